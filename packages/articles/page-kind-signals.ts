import type { Block } from './blocks.ts'
import { massOf } from './mass.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { saysBarred, saysObstacle } from './page-kind-words.ts'
import { teasersOf, type Teasers } from './page-kind-teasers.ts'
import { endsSentence } from './prose.ts'

/** What a page is judged by. */
export type PageInput = {
  url: string
  facts: PageFacts
  blocks: Block[]
  /** Those of the blocks that were taken for the article. */
  lines: Block[]
}

/** What speaks for one kind of page or another. */
export type PageSignals = Teasers & {
  /** Whether the address is that of a site's front: `/`, `/index.html`, `/ar/`. */
  isFront: boolean
  /** Whether it looks like that of a single story: a headline in it, or a long number. */
  isStory: boolean
  /** How many letters the supposed article has, that of JSON-LD included. */
  mass: number
  /** Titles and headings, cut at the signs that part a page's name from its site's. */
  names: string[]
  declared: { article: boolean; dated: boolean; video: boolean; listing: boolean; website: boolean; notFree: boolean }
  passwords: number
  players: number
  /** A line close to the end of the text that says the rest is for subscribers. */
  barredBy: string | null
  /** A line of a short text that keeps the reader out: no scripts, no consent, not a human. */
  obstacle: string | null
  /** Whether the text stops without the end of a sentence, or at an ellipsis. */
  isCutOff: boolean
}

/** Teasers in front of a paywall are a few paragraphs. */
const stubMassMax = 1_600
const articleType = /(?:article|blogposting|newsitem|reportagenews|report|liveblogposting|recipe|review)$/i
const listingType = /^(?:collectionpage|searchresultspage|itemlist|mediagallery|imagegallery|profilepage)$/i
const frontPath = /^\/(?:(?:index|default|home)(?:\.[a-z]{2,5})?|[a-z]{2}(?:-[a-z]{2})?)?\/?$/i
const storyPath = /(?:[^/_-]{2,60}[_-]){3}[^/_-]|\d{5}/
const partSeparator = /[|–—·•«»:]|\s-\s/
const partsMax = 20
/** The notice of a paywall stands right under the teaser. */
const noticeBlocksMax = 12
const noticeMassMax = 300

/** Gathers what a page shows and declares about its kind. */
export function pageSignals({ url, facts, blocks, lines }: PageInput): PageSignals {
  const { seen } = facts
  const shown = lines.reduce((sum, line) => sum + line.mass, 0)
  const ogType = (metaOf(facts, 'og:type') ?? '').toLowerCase()
  const types = [...seen.types]
  const mass = Math.max(shown, massOf(facts.data?.body ?? ''))
  const article = ogType === 'article' || types.some((type) => articleType.test(type))
  return {
    ...teasersOf(blocks, lines),
    isFront: isFront(url),
    isStory: isStory(url),
    mass,
    names: namesOf(facts),
    declared: {
      article,
      dated: metaOf(facts, 'article:published_time', 'itemprop:datepublished') !== null,
      video: ogType.startsWith('video') || (!article && types.includes('VideoObject')),
      listing: types.some((type) => listingType.test(type)) && !types.some((type) => articleType.test(type)),
      website: ogType === 'website' || ogType === 'blog',
      notFree: seen.notFree,
    },
    passwords: seen.passwords,
    players: seen.players,
    barredBy: mass <= stubMassMax ? noticeIn(blocks, lines) : null,
    obstacle: mass <= noticeMassMax * 2 ? (lines.find((line) => saysObstacle(line.text))?.text ?? null) : null,
    isCutOff: isCutOff(lines.at(-1)),
  }
}

function isFront(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && frontPath.test(url.pathname) && url.search === ''
}

function isStory(address: string): boolean {
  const path = URL.parse(address)?.pathname ?? ''
  return storyPath.test(path.slice(-300))
}

function namesOf(facts: PageFacts): string[] {
  const named = [facts.title, metaOf(facts, 'og:title') ?? '', ...facts.headings.slice(0, 3)]
  return named.flatMap((name) => [name, ...name.slice(0, 1_000).split(partSeparator).slice(0, partsMax)])
}

function noticeIn(blocks: Block[], lines: Block[]): string | null {
  const from = lines.at(0)?.index ?? 0
  const to = (lines.at(-1)?.index ?? blocks.length) + noticeBlocksMax
  const notice = blocks.slice(from, to + 1).find((block) => block.mass <= noticeMassMax && saysBarred(block.text))
  return notice?.text ?? null
}

function isCutOff(line: Block | undefined): boolean {
  if (line === undefined) return false
  return /(?:…|\.\.\.)["'”’»)\]]{0,3}$/.test(line.text) || !endsSentence(line.text)
}
