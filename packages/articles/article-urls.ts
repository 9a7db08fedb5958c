import { absoluteUrl, sameHost } from './absolute-url.ts'
import type { Picture } from './blocks.ts'
import { attribute, type DomElement } from './dom.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

/** Smaller pictures are icons and counters. */
const picturePixelsMin = 60

/** The address a page calls its own: rel=canonical or og:url, on the same host and not the site's front page. */
export function articleCanonicalUrl(facts: PageFacts, pageUrl: string): string | null {
  for (const declared of [facts.canonical, metaOf(facts, 'og:url')]) {
    const url = declared === null ? null : absoluteUrl(declared, pageUrl)
    if (url === null || !sameHost(url, pageUrl)) continue
    const { pathname, search } = new URL(url)
    if (pathname !== '/' || search !== '') return url
  }
  return null
}

/** The picture a page shows for its article, else the first in its text. */
export function articleImage(
  facts: PageFacts,
  pictures: Picture[],
  base: string,
  hint: string | undefined,
): string | null {
  const declared = [
    metaOf(
      facts,
      'og:image',
      'og:image:url',
      'og:image:secure_url',
      'twitter:image',
      'twitter:image:src',
      'itemprop:image',
    ),
    facts.data?.image,
    hint,
    ...pictures.slice(0, 3).map((picture) => pictureSource(picture.element)),
  ]
  for (const source of declared) {
    const url = source === null || source === undefined ? null : absoluteUrl(source.trim(), base)
    if (url !== null) return url
  }
  return null
}

/** Where a picture comes from, also one that loads late; null for icons and tracking pixels. */
export function pictureSource(element: DomElement): string | null {
  const [width, height] = [sizeOf(element, 'width'), sizeOf(element, 'height')]
  if (Math.min(width ?? picturePixelsMin, height ?? picturePixelsMin) < picturePixelsMin) return null
  const sources = ['data-src', 'data-original', 'data-lazy-src', 'src'].map((name) => attribute(element, name))
  return sources.find((source) => source !== '' && !source.startsWith('data:')) ?? null
}

function sizeOf(element: DomElement, name: string): number | null {
  const value = Number.parseInt(attribute(element, name), 10)
  return Number.isNaN(value) ? null : value
}
