import { resolveUrl } from './resolve-url.ts'
import { childrenOf, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-tree.ts'

const imageFile = /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i

/** The picture an entry names, or null: a full one before its thumbnail. */
export function entryImage(item: XmlElement, base: string): string | null {
  const holders = [item, ...childrenOf(item, 'media:group'), ...childrenOf(item, 'media:content')]
  const files = holders.flatMap((holder) => childrenOf(holder, 'media:content')).filter(isImage)
  const enclosures = [...childrenOf(item, 'enclosure'), ...childrenOf(item, 'link').filter(isEnclosureLink)].filter(
    isImage,
  )
  const thumbnails = holders.flatMap((holder) => childrenOf(holder, 'media:thumbnail'))
  const candidates = [...files, ...enclosures, ...thumbnails].map(source)
  const named = [...childrenOf(item, 'itunes:image'), ...childrenOf(item, 'image')].map(
    (image) => source(image) ?? (textOf(childrenOf(image, 'url')[0]) || textOf(image)),
  )
  for (const candidate of [...candidates, ...named]) {
    const url = resolveUrl(candidate, base)
    if (url !== null) return url
  }
  return null
}

function source(element: XmlElement): string | undefined {
  return element.attributes.get('url') ?? element.attributes.get('href')
}

function isEnclosureLink(link: XmlElement): boolean {
  return link.attributes.get('rel') === 'enclosure'
}

function isImage(element: XmlElement): boolean {
  const type = element.attributes.get('type') ?? element.attributes.get('medium')
  return type === undefined ? imageFile.test(source(element) ?? '') : /^image/i.test(type)
}
