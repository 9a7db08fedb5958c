import { feedLimits } from './feed-limits.ts'
import type { Fields } from './fields.ts'
import { oneLine } from './markup.ts'
import type { Person } from './parsed-feed.ts'
import { resolveUrl } from './resolve-url.ts'
import { plainTextOf } from './text-construct.ts'
import { baseOf, childrenOf, isFilled, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-element.ts'

const address = String.raw`[^\s()<>@,;:"]{1,100}@[^\s()<>@,;:"]{1,100}`
const emailFirst = new RegExp(String.raw`^(?:mailto:)?(${address})\s*[(<,]?\s*([^()<>]*?)\s*[)>]?$`, 'i')
const nameFirst = new RegExp(String.raw`^([^()<>]*?)\s*[(<]\s*(?:mailto:)?(${address})\s*[)>]`, 'i')

/** Who wrote an entry, or runs a feed: of all vocabularies, each person once, the most telling element first. */
export function peopleOf(fields: Fields, base: string, keys: readonly string[]): Person[] {
  const people: Person[] = []
  for (const key of keys) {
    for (const element of fields.all(key)) {
      const person = personOf(element, base)
      if (person !== null && people.length < feedLimits.authorsMax && !people.some((known) => isSame(known, person))) {
        people.push(person)
      }
    }
  }
  return people
}

/** The names of people on a line. */
export function namesOf(people: readonly Person[]): string | null {
  const names = people.map(({ name, email }) => name ?? email).filter((name) => name !== null)
  return [...new Set(names)].join(', ').slice(0, feedLimits.authorCharsMax).toWellFormed() || null
}

/** Atom: elements inside. RSS: `mail@example.com (Name)`, `Name <mail@example.com>`, or just a name. */
function personOf(element: XmlElement, base: string): Person | null {
  const within = (...locals: string[]): string => {
    const found = locals
      .flatMap((local) => element.children.filter((child) => typeof child !== 'string' && child.local === local))
      .find((child) => typeof child !== 'string' && isFilled(child))
    return typeof found === 'object' ? plainTextOf(found, feedLimits.authorCharsMax) : ''
  }
  const url = resolveUrl(within('uri', 'url', 'homepage', 'about') || undefined, baseOf(element, base))
  const hasParts = element.children.some(
    (child) => typeof child !== 'string' && /^(?:name|email|uri|url|homepage|person|title)$/.test(child.local),
  )
  const [nested] = childrenOf(element, 'person')
  if (nested !== undefined) return personOf(nested, base)
  if (hasParts) {
    const written = fromText(within('name', 'title'))
    const email = within('email').replace(/^mailto:/i, '') || written?.email || null
    const person = { name: written?.name ?? null, email, url }
    return person.name === null && person.email === null && url === null ? null : person
  }
  return fromText(
    plainTextOf(element, feedLimits.authorCharsMax) || oneLine(textOf(element).slice(0, feedLimits.authorCharsMax)),
  )
}

/** A person as written on a line; null for an empty one. */
export function fromText(text: string): Person | null {
  if (text === '') return null
  const [, email, name = ''] = emailFirst.exec(text) ?? []
  if (email !== undefined) return { name: name.trim() || null, email, url: null }
  const [, named = '', mailed] = nameFirst.exec(text) ?? []
  if (mailed !== undefined) return { name: named.trim() || null, email: mailed, url: null }
  return { name: text, email: null, url: null }
}

function isSame(one: Person, other: Person): boolean {
  if (one.email !== null && other.email !== null && one.name === null) return one.email === other.email
  if (one.name === null && one.email === null) return one.url === other.url
  return one.name === other.name && (one.email === other.email || one.email === null || other.email === null)
}
