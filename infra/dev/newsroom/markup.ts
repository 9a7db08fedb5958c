/** Text that is markup already and must not be escaped again. */
export type Markup = { readonly markup: string }

type Value = Markup | string | number | undefined | readonly Markup[]

/** A template tag for HTML and XML: everything put in is escaped unless it is markup itself; undefined leaves nothing. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const parts = strings.map((text, index) => text + asMarkup(values[index]))
  return { markup: parts.join('') }
}

/** The text as it must be written inside markup, in element content and in double-quoted attributes alike. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** Structured data for a script element; `<` is written so that no text can close the element. */
export function jsonMarkup(value: unknown): Markup {
  return { markup: JSON.stringify(value).replaceAll('<', String.raw`\u003c`) }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function asMarkup(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  return value.map((part) => part.markup).join('\n')
}
