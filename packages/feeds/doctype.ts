import { PermanentError } from '@rafid/errors'

const doctypeCharsMax = 20_000
const entitiesMax = 300

/**
 * Steps over a document type. Old RSS names its DTD here, and some publishers list character entities; we resolve
 * neither.
 *
 * @param at position of `<!DOCTYPE`
 * @returns the position behind it
 * @throws PermanentError `xml.entities` when an entity is built from others or comes from elsewhere: only attacks do
 *   that
 */
export function checkDoctype(text: string, at: number): number {
  const end = endOf(text, at)
  const declarations = text.slice(at, end).match(/<!ENTITY\s[^>]{0,4096}/gi) ?? []
  const hostile = declarations.some((declaration) => {
    const general = !/^<!ENTITY\s+%/i.test(declaration)
    return general && (/\b(?:SYSTEM|PUBLIC)\b/.test(declaration) || /["'][^"']*&(?!#)/.test(declaration))
  })
  if (hostile || declarations.length > entitiesMax || end - at > doctypeCharsMax) {
    throw new PermanentError('xml.entities', `document type with ${declarations.length} entity declarations`)
  }
  return end
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
