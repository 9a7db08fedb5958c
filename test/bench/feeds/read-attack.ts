import { loadAttack } from './corpus.ts'
import { collectGarbage } from '../collect-garbage.ts'
import { forgetPeak, peakMb } from '../peak-memory.ts'
import { type AttackCost, type AttackOrder, attackOrder } from './attack-cost.ts'
import { at, listAt } from './loose.ts'
import { ownAttacks } from './own-attacks.ts'
import type { LoadedFeed, Peer } from './peer.ts'

/** The child of the feeds benchmark: reads the one hostile feed it is told of, and answers with what that cost. */

const outcomeCharsMax = 40

/** Only the reader that is asked for, so that no other one's code counts as its memory. */
const loaders: ReadonlyMap<string, () => Promise<Peer>> = new Map<string, () => Promise<Peer>>([
  ['rafid', async () => (await import('./rafid.ts')).rafid],
  ['feedsmith', async () => (await import('./feedsmith.ts')).feedsmith],
  ['rss-parser', async () => (await import('./rss-parser.ts')).rssParser],
  ['feedparser', async () => (await import('./node-feedparser.ts')).nodeFeedparser],
  ['rowan', async () => (await import('./rowan.ts')).rowan],
])

process.on('message', (message) => {
  void answer(attackOrder.parse(message)).then((cost) => process.send?.(cost))
})
process.send?.('ready')

async function answer({ peer, folder, name }: AttackOrder): Promise<AttackCost> {
  const { read } = await (loaders.get(peer) ?? unknownPeer)()
  const url = 'https://feeds.invalid/attack'
  const own = (): LoadedFeed => ({ bytes: ownAttacks.get(name)?.(1) ?? new Uint8Array(), contentType: null, url })
  const feed = folder === null ? own() : loadAttack(folder, name)
  collectGarbage()
  forgetPeak()
  return costOf(read, feed)
}

function unknownPeer(): never {
  throw new Error('there is no such reader')
}

async function costOf(read: (feed: LoadedFeed) => unknown, feed: LoadedFeed): Promise<AttackCost> {
  const before = process.cpuUsage()
  let outcome: string
  let isTyped = true
  try {
    outcome = `${entriesOf(await read(feed))} entries`
  } catch (error) {
    const code = at(error, 'code')
    isTyped = typeof code === 'string'
    outcome = (isTyped ? String(code) : (String(error).split('\n', 1)[0] ?? '')).slice(0, outcomeCharsMax)
  }
  const { user, system } = process.cpuUsage(before)
  return { bytes: feed.bytes.length, cpuMs: (user + system) / 1000, peakMb: peakMb(), outcome, isTyped }
}

function entriesOf(result: unknown): number {
  return listAt(result, 'feed.entries', 'feed.items', 'items').length
}
