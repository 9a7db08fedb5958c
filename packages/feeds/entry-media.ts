import { feedLimits } from './feed-limits.ts'
import type { Fields } from './fields.ts'
import { relationOf } from './entry-links.ts'
import type { Attachment } from './parsed-feed.ts'
import { resolveUrl } from './resolve-url.ts'
import { plainTextOf } from './text-construct.ts'
import { baseOf, childrenOf, isFilled, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-element.ts'

const imageFile = /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i

export type EntryMedia = {
  enclosures: Attachment[]
  media: Attachment[]
  thumbnails: string[]
  image: string | null
}

/** The files that belong to an entry, and the picture that shows it: a full one before its thumbnail. */
export function entryMedia(fields: Fields, base: string): EntryMedia {
  const groups = fields.all('media:group')
  const holders = [fields.element, ...groups]
  const contents = holders.flatMap((holder) => childrenOf(holder, 'media:content'))
  const [original] = fields.all('feedburner:origenclosurelink')
  const enclosures = collect([...fields.all('enclosure'), ...fields.all('link').filter(isEnclosure)], base)
  const originalUrl = original === undefined ? null : resolveUrl(textOf(original), base)
  if (originalUrl !== null && enclosures[0] !== undefined) enclosures[0].url = originalUrl
  const media = collect(contents, base)
  const thumbnails = [...holders, ...contents]
    .flatMap((holder) => childrenOf(holder, 'media:thumbnail'))
    .map((thumbnail) => resolveUrl(source(thumbnail) ?? textOf(thumbnail), baseOf(thumbnail, base)))
    .filter((url) => url !== null)
    .slice(0, feedLimits.attachmentsMax)
  const pictures = [...media, ...enclosures].filter(isImage).map(({ url }) => url)
  const image = pictures[0] ?? thumbnails[0] ?? namedImage(fields, base)
  return { enclosures, media, thumbnails, image }
}

/** The image an entry or a channel names by itself. */
export function namedImage(fields: Fields, base: string): string | null {
  for (const image of fields.allOf(
    'itunes:image',
    'googleplay:image',
    'image',
    'image:item',
    'logo',
    'icon',
    'image:image',
  )) {
    const inside = childrenOf(image, 'url')[0] ?? childrenOf(image, 'image:loc')[0]
    const attribute = source(image) ?? image.attributes.get('rdf:resource')
    const reference = inside !== undefined && isFilled(inside) ? textOf(inside) : (attribute ?? textOf(image))
    const url = resolveUrl(reference, baseOf(image, base))
    if (url !== null) return url
  }
  return null
}

function collect(elements: readonly XmlElement[], base: string): Attachment[] {
  const found: Attachment[] = []
  for (const element of elements.slice(0, feedLimits.attachmentsMax)) {
    const [player] = childrenOf(element, 'media:player')
    const reference = source(element) ?? (textOf(element) || undefined) ?? (player && source(player))
    const url = resolveUrl(reference, baseOf(element, base))
    if (url !== null) found.push({ url, type: typeOf(element), bytes: bytesOf(element), title: titleOf(element) })
  }
  return found
}

function source(element: XmlElement): string | undefined {
  return element.attributes.get('url') ?? element.attributes.get('href')
}

function isEnclosure(link: XmlElement): boolean {
  return relationOf(link) === 'enclosure'
}

function typeOf(element: XmlElement): string | null {
  const type = element.attributes.get('type') ?? element.attributes.get('medium')
  return type?.trim().slice(0, 100) || null
}

function bytesOf(element: XmlElement): number | null {
  const length = (element.attributes.get('length') ?? element.attributes.get('filesize') ?? '').trim()
  return /^\d{1,15}$/.test(length) ? Number(length) : null
}

function titleOf(element: XmlElement): string | null {
  const [title] = childrenOf(element, 'media:title')
  const written = element.attributes.get('title')?.trim().slice(0, feedLimits.titleCharsMax)
  return plainTextOf(title) || written || null
}

function isImage({ type, url }: Attachment): boolean {
  return type === null ? imageFile.test(url) : /^image/i.test(type)
}
