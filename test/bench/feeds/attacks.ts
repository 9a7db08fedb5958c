import { fork } from 'node:child_process'
import { once } from 'node:events'
import { showProgress } from '../show-progress.ts'
import { type AttackCost, attackCost, type AttackOrder } from './attack-cost.ts'
import { attackNames } from './corpus.ts'
import { ownAttacks } from './own-attacks.ts'

const childPath = new URL(import.meta.resolve('./read-attack.ts'))
const heapMbMax = 2_048
const attackMsMax = 8_000

/** What came of a hostile feed: its cost, or what became of the process. */
export type AttackResult = { readonly name: string; readonly cost: AttackCost | string }

/** Has a reader read the hostile feeds of a folder and our own, each in a new process. */
export async function measureAttacks(peer: string, folder: string): Promise<AttackResult[]> {
  const orders: AttackOrder[] = [
    ...attackNames(folder).map((name) => ({ peer, folder, name })),
    ...[...ownAttacks.keys()].map((name) => ({ peer, folder: null, name })),
  ]
  const progress = showProgress(`attacks: ${peer}`, orders.length)
  const results: AttackResult[] = []
  for (const order of orders) {
    results.push({ name: order.name.replace(/\.gz$/, ''), cost: await costOf(order) })
    progress.step()
  }
  return results
}

async function costOf(order: AttackOrder): Promise<AttackCost | string> {
  const child = fork(childPath, { execArgv: [`--max-old-space-size=${heapMbMax}`], silent: true })
  const settled = new AbortController()
  const { signal } = settled
  try {
    await once(child, 'message')
    const ended = once(child, 'exit', { signal }).then(([code, killer]) => `the process ended: ${code ?? killer}`)
    const late = once(AbortSignal.timeout(attackMsMax), 'abort', { signal }).then(
      () => `not done after ${attackMsMax} ms`,
    )
    const answered = once(child, 'message', { signal }).then(([message]) => attackCost.parse(message))
    child.send(order)
    return await Promise.race([ended, late, answered].map((one) => one.catch((error: unknown) => String(error))))
  } finally {
    settled.abort()
    child.kill('SIGKILL')
  }
}
