import { PermanentError } from '@rafid/errors'

import { collectFeeds } from './collect-feeds.ts'
import type { FeedList } from './feed-list.ts'
import { oneLine } from './markup.ts'
import { resolveUrl } from './resolve-url.ts'
import { readXml } from './read-xml.ts'
import { findAll, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-element.ts'

const nameCharsMax = 200

/**
 * Reads an OPML subscription list. A feed's category is the outline it lies in; attributes that would set anything but
 * the feed, its title and its site are ignored.
 *
 * @throws PermanentError `opml.invalid` when it is no OPML, `xml.entities`
 */
export function parseOpml(text: string): FeedList {
  const document = readXml(text, { entryNames: new Map(), onEntry: () => {} })
  const [opml] = findAll(document, ['opml'])
  const root = opml ?? document
  const outlines = [...outlinesIn(root)]
  if (opml === undefined && outlines.length === 0) throw new PermanentError('opml.invalid', 'no outlines in it')
  const [head] = findAll(root, ['head'])
  const [title] = head === undefined ? [] : findAll(head, ['title'])
  const candidates = outlines.flatMap((outline, index) => {
    const url = attribute(outline, 'xmlurl')
    const siteUrl = resolveUrl(attribute(outline, 'htmlurl'), 'http://invalid./')
    return url === ''
      ? []
      : [{ url, title: name(outline), siteUrl, category: categoryOf(outline), where: `outline ${index + 1}` }]
  })
  return { title: oneLine(textOf(title)).slice(0, nameCharsMax) || null, ...collectFeeds(candidates) }
}

/** All outlines in document order, those inside others included. */
function* outlinesIn(root: XmlElement): Generator<XmlElement> {
  const rest: XmlElement[] = [root]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.local === 'outline') yield next
    for (const child of next.children.toReversed()) if (typeof child !== 'string') rest.push(child)
  }
}

function categoryOf(outline: XmlElement): string | null {
  const { parent } = outline
  return parent?.local === 'outline' && attribute(parent, 'xmlurl') === '' ? name(parent) : null
}

function name(outline: XmlElement): string | null {
  return oneLine((attribute(outline, 'text') || attribute(outline, 'title')).slice(0, nameCharsMax)) || null
}

function attribute(outline: XmlElement, key: string): string {
  return outline.attributes.get(key) ?? ''
}
