import { Parser } from 'htmlparser2'

/** An address on a page that may be a feed's. */
export type FeedLink = {
  readonly url: string
  readonly title: string | null
  /** Whether the page says that it is a feed, or its address or text only looks like one. */
  readonly isDeclared: boolean
}

/** Links of one page that are kept. */
const linksMax = 50

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/rss',
  'application/atom',
  'text/rss+xml',
  'text/rdf',
  'text/xml',
  'application/xml',
  'application/json',
])

/** Ends or parts of paths that feeds of the world have. */
const feedPath = /(?:^|[/._?=-])(?:rss2?|atom|feeds?|rdf|xml)(?:$|[/._?=&-])/i
const feedWord = /(?:^|\P{L})(?:rss|atom|feeds?|xml|خلاصات?|آر إس إس|خوراک|फ़ीड)(?:$|\P{L})/iu
/** Interfaces that announce themselves as JSON, and what readers write. */
const isNoFeed = /\/wp-json\/|\/oembed|opensearch|\.(?:png|jpe?g|gif|svg|css|js|pdf|mp3|mp4)(?:$|\?)/i

type Found = { readonly href: string; readonly title: string | null; readonly isDeclared: boolean }

/**
 * The feeds that a page declares (`link` with `rel=alternate` or `rel=feed`), then those it links to, comments last.
 *
 * @param html a page, decoded
 * @param pageUrl its address, against which links are resolved unless the page has a `base`
 * @returns absolute http(s) addresses, each once
 */
export function feedLinks(html: string, pageUrl: string): FeedLink[] {
  const { base, found } = collect(html)
  const baseUrl = resolve(base ?? '', pageUrl) ?? pageUrl
  const links = new Map<string, FeedLink>()
  for (const { href, title, isDeclared } of found) {
    const url = resolve(href, baseUrl)
    if (url === null || isNoFeed.test(url)) continue
    const known = links.get(url)
    links.set(url, { url, title: known?.title ?? title, isDeclared: isDeclared || known?.isDeclared === true })
    if (links.size === linksMax) break
  }
  const rank = (link: FeedLink): number => Number(!link.isDeclared) * 2 + Number(isOfComments(link))
  return [...links.values()].toSorted((one, other) => rank(one) - rank(other))
}

function collect(html: string): { base: string | null; found: Found[] } {
  const found: Found[] = []
  let base: string | null = null
  let anchor: { href: string; title: string } | null = null
  const endAnchor = (): void => {
    if (anchor !== null && (feedPath.test(pathOf(anchor.href)) || feedWord.test(anchor.title))) {
      found.push({ href: anchor.href, title: anchor.title.trim().replace(/\s+/g, ' ') || null, isDeclared: false })
    }
    anchor = null
  }
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href, title }) {
      if (name === 'base') base ??= href ?? null
      if (href === undefined) return
      if (name === 'link' && declaresFeed(rel, type)) found.push({ href, title: title ?? null, isDeclared: true })
      if (name !== 'a') return
      endAnchor()
      anchor = { href, title: title ?? '' }
    },
    ontext(text) {
      if (anchor !== null && anchor.title.length < 200) anchor.title += text
    },
    onclosetag(name) {
      if (name === 'a') endAnchor()
    },
  })
  parser.end(html)
  endAnchor()
  return { base, found }
}

function declaresFeed(rel: string, type: string): boolean {
  const relations = rel.toLowerCase().split(/\s+/)
  const isAlternate = relations.includes('alternate') && !relations.includes('stylesheet')
  if (relations.includes('feed')) return true
  return isAlternate && feedTypes.has((type.split(';', 1)[0] ?? '').trim().toLowerCase())
}

function pathOf(href: string): string {
  return href.replace(/^[a-z]+:\/\/[^/]*/i, '').split('#', 1)[0] ?? ''
}

function isOfComments({ url, title }: FeedLink): boolean {
  return /comment|تعليق/i.test(`${url} ${title ?? ''}`)
}

function resolve(href: string, base: string): string | null {
  // `feed:` and `feed://` are how readers of old were called from a page.
  const address = href
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
  const url = URL.canParse(address, base) ? new URL(address, base) : null
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  return url.href
}
