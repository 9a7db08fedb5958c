import { enterFeed, politely, Politeness } from '@rafid/catalog'
import { discoverFeeds } from '@rafid/discovery'
import type { Discovery, FoundFeed } from '@rafid/discovery'
import { CodedError } from '@rafid/errors'
import { createHttpClient, usable, userAgentOf, type HttpClient } from '@rafid/http'
import { admitUrl } from '@rafid/urls'
import { Command } from 'commander'
import { inHouse, type House } from '../house.ts'
import { print } from '../print.ts'

/** What became of one address. */
type Outcome = {
  readonly address: string
  /** null when nothing was added. */
  readonly feed: { readonly id: string; readonly url: string; readonly added: boolean } | null
  readonly found: Discovery | null
  readonly problem: string | null
}

/** `rafid feeds add` */
export function addCommand(): Command {
  return new Command('add')
    .description('add feeds by their addresses, or by those of sites that have one; each is polled at once')
    .argument('<url...>')
    .option('--as-is', 'take the addresses as they are, without looking at them', false)
    .action((addresses: string[], { asIs }: { asIs: boolean }, command: Command) =>
      inHouse(async (house) => {
        const { proxy = null, allow } = house.settings
        const http = createHttpClient({ userAgent: userAgentOf(house.settings), proxy, allow })
        try {
          const outcomes: Outcome[] = []
          for (const address of addresses) outcomes.push(await add(house, address, asIs ? null : http))
          print(command, outcomes, () => outcomes.flatMap(linesOf))
          if (outcomes.every(({ feed }) => feed === null)) process.exitCode = 1
        } finally {
          await http.close()
        }
      }),
    )
}

async function add(house: House, address: string, http: HttpClient | null): Promise<Outcome> {
  const { found, problem } = http === null ? { found: null, problem: null } : await look(house, address, http)
  const isHopeless = problem !== null && /^(?:url|feed)\./.test(problem)
  if (isHopeless) return { address, feed: null, found, problem }
  try {
    const best = found?.how === 'feed' ? undefined : found?.feeds[0]
    const url = best?.url ?? admitUrl(address).href
    const { title = null, siteUrl = null } = found?.feeds[0] ?? {}
    const { id, added } = await enterFeed(house, { url, title, siteUrl }, 'cli')
    return { address, feed: { id, url, added }, found, problem }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return { address, feed: null, found, problem: error.code }
  }
}

async function look({ home, settings }: House, address: string, http: HttpClient) {
  const turns = { politeness: new Politeness(home), gapMs: settings.hostGapMs, jobKey: `discover ${address}` }
  const ask = politely(turns, async (url) => usable(await http.get(url)))
  try {
    return { found: await discoverFeeds(address, { ask, now: new Date() }), problem: null }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return { found: null, problem: error.code }
  }
}

function linesOf({ address, feed, found, problem }: Outcome): string[] {
  if (feed === null) return [`not added: ${address} (${problem})`]
  const best = found?.feeds[0]
  const others = found?.feeds.slice(1) ?? []
  return [
    `${feed.added ? 'added' : 'known already'}: ${feed.url} (${feed.id})${best ? `, ${describe(best)}` : ''}`,
    ...(problem === null ? [] : [`  It could not be read (${problem}); it is polled until it can.`]),
    ...(feed.added ? ['  It is polled at once; rafid feeds explain tells when it is polled again, and why.'] : []),
    ...others.map((other) => `  also there: ${other.url}, ${describe(other)}`),
  ]
}

function describe({ title, entries, entriesPerDay, newestAt }: FoundFeed): string {
  const rate = entriesPerDay === null ? null : `about ${entriesPerDay.toPrecision(2)} entries a day`
  const newest = newestAt === null ? null : `the newest of ${newestAt.toISOString()}`
  return [title, `${entries} entries`, rate, newest].filter((part) => part !== null).join(', ')
}
