import { createHash } from 'node:crypto'
import type { EntryMark, JudgedMark, SeenEntries } from '@rafid/catalog'
import { CodedError } from '@rafid/errors'
import type { FeedEntry } from '@rafid/feeds'
import type { SeenEntry } from '@rafid/pipeline'
import { canonicalUrl } from '@rafid/urls'

/** An entry with a page to fetch. */
export type PageEntry = FeedEntry & { readonly url: string }

export type MarkedEntries = {
  /** New and edited entries, in the order of the feed. */
  readonly wanted: readonly PageEntry[]
  /** The new ones of these. */
  readonly fresh: readonly PageEntry[]
  /** What to remember once they are handed on. */
  readonly marks: readonly JudgedMark[]
  /** All that the feed shows. */
  readonly shown: readonly SeenEntry[]
}

/** As much of the text tells one state of an entry from another. */
const textCharsMax = 20_000

/** Tells which entries of a feed are new or edited since it was read before. */
export async function markEntries(
  seen: SeenEntries,
  feedId: string,
  entries: readonly FeedEntry[],
  now: Date,
): Promise<MarkedEntries> {
  const pages = entries.filter(hasPage)
  const marks = await seen.judge(feedId, marksOf(pages), now)
  const judged = (...judgements: readonly string[]): PageEntry[] =>
    pages.filter((_, index) => judgements.includes(marks[index]?.judgement ?? ''))
  const pageless = entries.filter((entry) => !hasPage(entry))
  const shown = [
    ...pages.map(({ url }, index) => ({ url, judgement: marks[index]?.judgement ?? 'known' })),
    ...pageless.map(({ url }) => ({ url, judgement: 'pageless' as const })),
  ]
  return { wanted: judged('new', 'edited'), fresh: judged('new'), marks, shown }
}

/**
 * Two identities an entry: its id and its address, http or https and without what follows readers around. Ids change when
 * a publisher changes its system, addresses with titles; an entry with either of them known is no new one. An address that
 * several entries of a feed share, such as the front page, says nothing.
 */
export function marksOf(entries: readonly PageEntry[]): EntryMark[] {
  const addresses = entries.map(({ url }) => addressOf(url))
  const shared = new Map<string, number>()
  for (const address of addresses) shared.set(address, (shared.get(address) ?? 0) + 1)
  return entries.map((entry, index) => {
    const address = addresses[index] ?? ''
    const isOwn = shared.get(address) === 1 || entry.id === entry.url
    // An id that is an address changes its spelling as addresses do.
    const id = /^https?:/i.test(entry.id) ? addressOf(entry.id) : entry.id
    const identities = isOwn ? [id, address] : [id]
    return { identities: [...new Set(identities.map(shortHash))], fingerprint: fingerprintOf(entry) }
  })
}

/** Of what a reader would call an edit: markup, pictures and addresses are none. */
function fingerprintOf({ title, publishedAt, updatedAt, contentHtml, summaryHtml }: PageEntry): string {
  const text = (contentHtml ?? summaryHtml ?? '').slice(0, textCharsMax).replaceAll(/<[^<>]*>/g, ' ')
  const dates = [publishedAt?.toISOString() ?? '', updatedAt?.toISOString() ?? '']
  return shortHash([title, ...dates, text].join('\n').replaceAll(/\s+/g, ' '))
}

/** A film or a sound is no page, though an entry may have nothing else. */
function hasPage(entry: FeedEntry): entry is PageEntry {
  return entry.url !== null && !entry.enclosures.some(({ url }) => url === entry.url)
}

function addressOf(url: string): string {
  try {
    return canonicalUrl(url)
  } catch (error) {
    if (error instanceof CodedError) return url
    throw error
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
