import { PermanentError } from '@rafid/errors'

const doctypeCharsMax = 20_000
const entitiesMax = 300
/** Short texts only: a character, the name of the newspaper. */
const valueCharsMax = 200

/**
 * Steps over a document type. Old RSS names its DTD here, which is not fetched; short entities of plain text are
 * taken for what they say.
 *
 * @param at position of `<!DOCTYPE`
 * @param before how many document types the document had already
 * @returns the position behind it, and the entities
 * @throws PermanentError `xml.entities` when an entity is built from others or comes from elsewhere, or there are
 *   several document types: only attacks do that
 */
export function readDoctype(
  text: string,
  at: number,
  before: number,
): { end: number; entities: ReadonlyMap<string, string> } {
  if (before > 0) throw new PermanentError('xml.entities', 'more than one document type')
  const end = endOf(text, at)
  const declarations = text.slice(at, Math.min(end, at + doctypeCharsMax)).match(/<!ENTITY\s[^>]{0,4096}/gi) ?? []
  const hostile = declarations.some((declaration) => {
    const general = !/^<!ENTITY\s+%/i.test(declaration)
    return general && (/\b(?:SYSTEM|PUBLIC)\b/.test(declaration) || /["'][^"']*&(?!#)/.test(declaration))
  })
  if (hostile || declarations.length > entitiesMax || end - at > doctypeCharsMax) {
    throw new PermanentError('xml.entities', `document type with ${declarations.length} entity declarations`)
  }
  return { end, entities: new Map(declarations.flatMap(entity)) }
}

function entity(declaration: string): [string, string][] {
  const [, name = '', quoted = '""'] = /^<!ENTITY\s+([\w.-]{1,32})\s+("[^"]*"|'[^']*')/i.exec(declaration) ?? []
  const value = quoted.slice(1, -1)
  return name === '' || value.length > valueCharsMax || value.includes('<') ? [] : [[name, decoded(value)]]
}

/** Character references in the value mean themselves (XML 1.0, 4.5). */
function decoded(value: string): string {
  return value.replaceAll(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
    (reference, hexadecimal?: string, decimal?: string) => {
      const code = Number.parseInt(hexadecimal ?? decimal ?? '', hexadecimal === undefined ? 10 : 16)
      return code >= 32 && code <= 0x10_ffff ? String.fromCodePoint(code) : reference
    },
  )
}

function endOf(text: string, at: number): number {
  const subset = text.indexOf('[', at)
  const plain = text.indexOf('>', at)
  if (plain < 0) return text.length
  if (subset < 0 || subset > plain) return plain + 1
  const close = /\]\s*>/g
  close.lastIndex = subset
  return close.exec(text) === null ? text.length : close.lastIndex
}
