import { type Article, articlePath } from './article.ts'
import { indexReply } from './index-site.ts'
import { Misbehaviour, type MisbehaviourRule } from './misbehaviour.ts'
import { type Newsdesk, openNewsdesk } from './newsdesk.ts'
import { type Language, type PublisherId, publishers } from './publishers.ts'
import { type LoggedRequest, type RespondDeps, responder } from './responder.ts'
import { listenOnLoopback, type LoopbackServer } from './server.ts'
import { feedUrl, type Site, siteReply } from './site.ts'

export type NewsroomOptions = {
  /** Port of the index; the publishers take the ports after it. 0, the default, takes free ports for all. */
  port?: number
  /** A new article this often; null, the default, for never by itself. */
  intervalMs?: number | null
  /** Equal seeds invent equal articles. */
  seed?: number
  now?: () => Date
  /** Whether articles have pictures; true by default. */
  images?: boolean
}

export type NewsroomPublisher = {
  id: PublisherId
  name: string
  lang: Language
  origin: string
  /** `127.0.0.1:PORT`, as rules and the request log name it. */
  host: string
  feedUrl: string
}

export type PublishedArticle = {
  url: string
  title: string
  /** The publisher's name. */
  publisher: string
  lang: Language
  publishedAt: Date
  modifiedAt: Date
  /** The text a reader should get, without anything the page puts around or into it. */
  paragraphs: readonly string[]
  /** Address of the agency report, if this is a wire copy. */
  original?: string
  /** Address of the earlier article that this one carries further. */
  updates?: string
}

/** A running newsroom. */
export type Newsroom = AsyncDisposable & {
  url: string
  opmlUrl: string
  publishers: readonly NewsroomPublisher[]
  /** One new article at once. */
  publish(): PublishedArticle
  /** Corrects the article at this address where it stands; RangeError if there is none. */
  amend(url: string): PublishedArticle
  /** Newest first. */
  articles(): PublishedArticle[]
  /** Oldest first. */
  requests(): readonly LoggedRequest[]
  /** Puts a rule in force and returns what lifts it. */
  misbehave(rule: MisbehaviourRule): () => void
  close(): Promise<void>
}

const requestsLoggedMax = 50_000

/**
 * Opens the publishers and their index on 127.0.0.1, each on its own port.
 *
 * @throws the system's error if a port cannot be had; nothing is left open then
 */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const { port = 0, intervalMs = null, seed = 1, now = () => new Date(), images = true } = options
  const misbehaviour = new Misbehaviour()
  const requests: LoggedRequest[] = []
  const log = (request: LoggedRequest): void => {
    requests.push(request)
    if (requests.length > requestsLoggedMax) requests.shift()
  }
  const desk = openNewsdesk({ seed, now })
  const open = await openSites({ port, desk, hasImages: images }, { now, misbehaviour, log })
  const timer = intervalMs === null ? undefined : setInterval(() => desk.publish(), intervalMs)
  const close = async (): Promise<void> => {
    clearInterval(timer)
    await open.close()
  }
  return {
    url: `${open.index.origin}/`,
    opmlUrl: `${open.index.origin}/feeds.opml`,
    publishers: open.sites.map(shownPublisher),
    ...readingAndWriting(desk, open.sites),
    requests: () => requests,
    misbehave: (rule) => misbehaviour.add(rule),
    close,
    [Symbol.asyncDispose]: close,
  }
}

type OpenSites = { index: LoopbackServer; sites: readonly Site[]; close(): Promise<void> }

async function openSites(
  { port, desk, hasImages }: { port: number; desk: Newsdesk; hasImages: boolean },
  deps: RespondDeps,
): Promise<OpenSites> {
  const servers: LoopbackServer[] = []
  const sites: Site[] = []
  const close = async (): Promise<void> => {
    await Promise.all(servers.splice(0).map((server) => server.close()))
  }
  try {
    const index = await listenOnLoopback(
      port,
      responder((_, path) => indexReply(sites, path), deps),
    )
    servers.push(index)
    for (const [position, publisher] of publishers.entries()) {
      const answer = responder((origin, path) => siteReply({ publisher, origin, desk, hasImages }, path), deps)
      const server = await listenOnLoopback(port === 0 ? 0 : port + position + 1, answer)
      servers.push(server)
      sites.push({ publisher, origin: server.origin, desk, hasImages })
    }
    return { index, sites, close }
  } catch (error) {
    await close()
    throw error
  }
}

function readingAndWriting(desk: Newsdesk, sites: readonly Site[]): Pick<Newsroom, 'publish' | 'amend' | 'articles'> {
  const origins = new Map(sites.map((site) => [site.publisher.id, site.origin]))
  const urlOf = (article: Article): string => `${origins.get(article.publisher.id)}${articlePath(article)}`
  return {
    publish: () => published(desk.publish(), urlOf),
    articles: () => desk.articles().map((article) => published(article, urlOf)),
    amend(url) {
      const article = desk.articles().find((candidate) => urlOf(candidate) === url)
      if (article === undefined) throw new RangeError(`no article at ${url}`)
      return published(desk.amend(article), urlOf)
    },
  }
}

function published(article: Article, urlOf: (article: Article) => string): PublishedArticle {
  const { title, publisher, publishedAt, modifiedAt, paragraphs, original, updates } = article
  return {
    url: urlOf(article),
    title,
    publisher: publisher.name,
    lang: publisher.lang,
    publishedAt,
    modifiedAt,
    paragraphs,
    ...(original && { original: urlOf(original) }),
    ...(updates && { updates: urlOf(updates) }),
  }
}

function shownPublisher(site: Site): NewsroomPublisher {
  const { id, name, lang } = site.publisher
  return { id, name, lang, origin: site.origin, host: new URL(site.origin).host, feedUrl: feedUrl(site) }
}
