import { type Article, articleNumberIn, articlePath } from './article.ts'
import { type Topic, topics } from './articles/draft.ts'
import { feedWriters } from './feeds/index.ts'
import { landscapePng } from './image.ts'
import type { Newsdesk } from './newsdesk.ts'
import type { Publisher } from './publishers.ts'
import { okReply, plainReply, type Reply } from './reply.ts'
import { sectionName } from './sections.ts'
import { commentsOn } from './templates/comments.ts'
import { articleTemplates } from './templates/index.ts'
import { listingPage } from './templates/listing.ts'
import type { ArticleView, Link } from './templates/view.ts'
import { encodeWindows1256 } from './windows-1256.ts'

/** One publisher's pages and feed on one origin. */
export type Site = { publisher: Publisher; origin: string; desk: Newsdesk; hasImages: boolean }

const feedEntriesMax = 40
const listedMax = 60
const readAlsoLinks = 2
const similarLinks = 4
const mostReadLinks = 5

/** What the publisher answers for a path and query; 404 for what it does not have. */
export function siteReply(site: Site, path: string): Reply {
  if (path === site.publisher.feedPath) return feedReply(site)
  const number = articleNumberIn(path, site.publisher.id)
  if (number !== undefined) return articleReply(site, number)
  if (path === '/robots.txt')
    return okReply('text/plain; charset=utf-8', 'User-agent: *\nDisallow: /admin/\nDisallow: /search\n')
  const image = /^\/img\/(\d{1,9})\.png$/.exec(path)?.[1]
  if (image !== undefined) return imageReply(site, Number(image))
  if (path.startsWith('/fault/')) return faultStandIn(site, path)
  return listingReply(site, path)
}

function articleUrl(site: Site, article: Article): string {
  return `${site.origin}${articlePath(article)}`
}

/** The address of the publisher's feed. */
export function feedUrl(site: Site): string {
  return `${site.origin}${site.publisher.feedPath}`
}

function feedReply(site: Site): Reply {
  const articles = site.desk.of(site.publisher.id).slice(0, feedEntriesMax)
  const { mediaType, write } = feedWriters[site.publisher.feedFormat]
  const updatedAt = lastChange(articles)
  const entries = articles.map((article) => ({
    article,
    url: `${articleUrl(site, article)}${trackingOf(site)}`,
    imageUrl: imageUrl(site, article),
  }))
  const text = write({ publisher: site.publisher, homeUrl: homeUrl(site), feedUrl: feedUrl(site), updatedAt, entries })
  return okReply(mediaType, encoded(site, text), updatedAt)
}

function articleReply(site: Site, number: number): Reply {
  const article = site.desk.find(site.publisher.id, number)
  if (article === undefined) return plainReply(404, 'not found')
  const page = articleTemplates[site.publisher.id](articleView(site, article))
  return okReply(htmlType(site), encoded(site, page.markup), article.modifiedAt)
}

// What a fault is committed on when it is asked for by name.
function faultStandIn(site: Site, path: string): Reply {
  if (path.startsWith('/fault/broken-feed')) return feedReply(site)
  return articleReply(site, site.desk.of(site.publisher.id)[0]?.number ?? 0)
}

// Links go to older articles only, so that a page stays the same byte for byte until it is amended.
function articleView(site: Site, article: Article): ArticleView {
  const older = site.desk.of(site.publisher.id).filter(({ number }) => number < article.number)
  const akin = older.filter(({ topic }) => topic === article.topic)
  const others = older.filter(({ topic }) => topic !== article.topic)
  return {
    article,
    url: articleUrl(site, article),
    homeUrl: homeUrl(site),
    feedUrl: feedUrl(site),
    imageUrl: imageUrl(site, article),
    sections: sectionLinks(site),
    section: sectionLink(site, article.topic),
    readAlso: linksTo(site, others.slice(0, readAlsoLinks)),
    similar: linksTo(site, akin.slice(0, similarLinks)),
    mostRead: linksTo(site, others.slice(readAlsoLinks, readAlsoLinks + mostReadLinks)),
    comments: commentsOn(article),
  }
}

function listingReply(site: Site, path: string): Reply {
  const articles = site.desk.of(site.publisher.id)
  const section = topics.find((topic) => path === `/section/${topic}`)
  const tag = /^\/tag\/([^/?]+)$/.exec(path)?.[1]
  if (section !== undefined) {
    const inSection = articles.filter(({ topic }) => topic === section)
    return listing(site, sectionName(section, site.publisher.lang), inSection)
  }
  if (tag !== undefined) {
    const tagged = articles.filter(({ tags }) => tags.some((name) => encodeURIComponent(name) === tag))
    if (tagged.length > 0) return listing(site, decodeURIComponent(tag), tagged)
  }
  const isPage = path === '/' || path === '/about' || path === '/privacy'
  return isPage ? listing(site, site.publisher.tagline, articles) : plainReply(404, 'not found')
}

function listing(site: Site, title: string, articles: readonly Article[]): Reply {
  const page = listingPage({
    publisher: site.publisher,
    title,
    feedUrl: feedUrl(site),
    feedType: feedWriters[site.publisher.feedFormat].mediaType,
    sections: sectionLinks(site),
    links: linksTo(site, articles.slice(0, listedMax)),
  })
  return okReply(htmlType(site), encoded(site, page.markup), lastChange(articles))
}

function imageReply(site: Site, number: number): Reply {
  const article = site.desk.find(site.publisher.id, number)
  if (article === undefined || !site.hasImages) return plainReply(404, 'not found')
  return okReply('image/png', landscapePng(`${number}`), article.publishedAt)
}

function imageUrl(site: Site, article: Article): string | undefined {
  return site.hasImages ? `${site.origin}/img/${article.number}.png` : undefined
}

function homeUrl(site: Site): string {
  return `${site.origin}/`
}

function sectionLinks(site: Site): Link[] {
  return topics.map((topic) => sectionLink(site, topic))
}

function sectionLink(site: Site, topic: Topic): Link {
  return { title: sectionName(topic, site.publisher.lang), url: `${site.origin}/section/${topic}` }
}

function linksTo(site: Site, articles: readonly Article[]): Link[] {
  return articles.map((article) => ({ title: article.title, url: articleUrl(site, article) }))
}

function trackingOf({ publisher }: Site): string {
  return publisher.id === 'qanadil' ? '?utm_source=rss&utm_medium=feed' : ''
}

function lastChange(articles: readonly Article[]): Date {
  return new Date(Math.max(0, ...articles.map(({ modifiedAt }) => modifiedAt.getTime())))
}

// The old portal leaves the charset to the meta element, as old servers do.
function htmlType({ publisher }: Site): string {
  return publisher.charset === 'utf-8' ? 'text/html; charset=utf-8' : 'text/html'
}

function encoded({ publisher }: Site, text: string): Buffer {
  return publisher.charset === 'windows-1256' ? encodeWindows1256(text) : Buffer.from(text)
}
