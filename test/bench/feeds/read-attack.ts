import { loadAttack } from './corpus.ts'
import { type AttackCost, attackOrder } from './attack-cost.ts'
import { at, listAt } from './loose.ts'
import { ownAttacks } from './own-attacks.ts'
import type { LoadedFeed } from './peer.ts'
import { peers } from './peers.ts'

/** The child of the feeds benchmark: reads the one hostile feed it is told of, and answers with what that cost. */

const outcomeCharsMax = 40

process.on('message', (message) => {
  const { peer: wanted, folder, name } = attackOrder.parse(message)
  const peer = peers.find((each) => each.name === wanted)
  if (peer === undefined) throw new Error(`there is no reader ${wanted}`)
  const feed: LoadedFeed =
    folder === null
      ? { bytes: ownAttacks.get(name)?.() ?? new Uint8Array(), contentType: null, url: 'https://feeds.invalid/attack' }
      : loadAttack(folder, name)
  void costOf(peer.read, feed).then((cost) => process.send?.(cost))
})
process.send?.('ready')

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
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
  return { bytes: feed.bytes.length, cpuMs: (user + system) / 1000, peakMb, outcome, isTyped }
}

function entriesOf(result: unknown): number {
  return listAt(result, 'feed.entries', 'feed.items', 'items').length
}
