import type { Fields } from './fields.ts'
import { resolveUrl } from './resolve-url.ts'
import { baseOf, childrenOf, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-element.ts'

const ianaRelations = 'http://www.iana.org/assignments/relation/'

/** The relation a link states, in lower case; '' when it states none. */
export function relationOf(link: XmlElement): string {
  const relation = link.attributes.get('rel')?.trim().toLowerCase() ?? ''
  return relation.startsWith(ianaRelations) ? relation.slice(ianaRelations.length) : relation
}

/** RSS writes the URL as text, Atom as an attribute. */
export function urlOf(link: XmlElement, base: string): string | null {
  return resolveUrl(
    link.attributes.get('href') ?? (textOf(link) || link.attributes.get('rdf:resource')),
    baseOf(link, base),
  )
}

/** The page of an entry or a feed: the link that is one, a page before another form of the same. */
export function pageUrl(fields: Fields, base: string): string | null {
  let other: string | null = null
  for (const link of fields.all('link')) {
    const relation = relationOf(link)
    if (relation !== '' && relation !== 'alternate') continue
    const url = urlOf(link, base)
    if (url === null) continue
    if (/html|^text\/plain|^$/i.test(link.attributes.get('type') ?? '')) return url
    other ??= url
  }
  return other
}

/** The page of an entry: FeedBurner's original, its link, or a guid that says it is one. */
export function entryUrl(fields: Fields, base: string): string | null {
  const original = fields.first('feedburner:origlink', 'pheedo:origlink')
  const found = original === undefined ? null : urlOf(original, base)
  return (
    found ?? pageUrl(fields, base) ?? permanentGuid(fields, base) ?? otherUrl(fields, base) ?? playerUrl(fields, base)
  )
}

function permanentGuid(fields: Fields, base: string): string | null {
  const guid = fields.first('guid', 'id')
  if (guid === undefined || guid.attributes.get('ispermalink')?.trim().toLowerCase() === 'false') return null
  const text = textOf(guid)
  const isStated = guid.attributes.get('ispermalink')?.trim().toLowerCase() === 'true'
  return isStated || /^https?:/i.test(text) ? resolveUrl(text, baseOf(guid, base)) : null
}

/** Channels of CDF and items of RDF state their page as an attribute; a sitemap in an element of its own. */
function otherUrl(fields: Fields, base: string): string | null {
  const { attributes } = fields.element
  const stated = attributes.get('href') ?? attributes.get('rdf:about') ?? attributes.get('rdf:resource')
  return resolveUrl(stated, base) ?? resolveUrl(fields.text('loc'), base)
}

/** The page on which a film is shown (Media RSS). */
function playerUrl(fields: Fields, base: string): string | null {
  const holders = [fields.element, ...fields.allOf('media:group', 'media:content')]
  for (const holder of [...holders, ...holders.flatMap((each) => childrenOf(each, 'media:content'))]) {
    for (const player of childrenOf(holder, 'media:player')) {
      const url = resolveUrl(player.attributes.get('url'), baseOf(player, base))
      if (url !== null) return url
    }
  }
  return null
}
