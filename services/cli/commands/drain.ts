import { setTimeout as pause } from 'node:timers/promises'
import { pollFeed, queueNames } from '@rafid/contracts'
import { operateStage, snapshotQueues } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import type { QueueDepth } from '@rafid/operations'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'
import { Progress } from '../progress.ts'
import { wholeNumber } from '../whole-number.ts'
import { withQueues } from '../with-queues.ts'

/** Between two looks at the queues, in milliseconds. */
const lookEveryMs = 500
const defaultTimeoutSeconds = 600
const timeoutSecondsMax = 7 * 86_400

type Options = { readonly timeout: number; readonly resume?: boolean }

/**
 * `rafid queues drain`: polls no feed any more and waits until everything that was taken in is done. What hubs deliver
 * still comes in.
 */
export function drainCommand(): Command {
  return new Command('drain')
    .description('pause the polling of feeds and wait until every queue is empty, as before maintenance')
    .option(
      '--timeout <seconds>',
      'give up waiting after so long; the polling stays paused',
      wholeNumber(1, timeoutSecondsMax),
      defaultTimeoutSeconds,
    )
    .option('--resume', 'let the polling go on once the queues are empty')
    .action(({ timeout, resume = false }: Options, command: Command) =>
      inHouse(({ home }) =>
        withQueues(home, async (queues) => {
          const intake = (verb: 'pause' | 'resume'): Promise<void> =>
            operateStage({ home, queues }, { verb, stage: pollFeed.name, by: 'cli' })
          await intake('pause')
          const left = await untilEmpty(home, timeout * 1000)
          const isDrained = left.length === 0
          const isPaused = !(isDrained && resume)
          if (!isPaused) await intake('resume')
          print(command, { drained: isDrained, intakePaused: isPaused, left }, () => linesOf(left, isPaused))
          if (!isDrained) process.exitCode = 1
        }),
      ),
    )
}

/** @returns the queues that still hold jobs when the time is up; none when all are empty */
async function untilEmpty(home: QueueHome, timeoutMs: number): Promise<QueueDepth[]> {
  const progress = new Progress('jobs')
  const endMs = performance.now() + timeoutMs
  let most = 0
  for (;;) {
    const left = (await snapshotQueues(home, queueNames)).filter((queue) => inHand(queue) > 0)
    const jobs = left.reduce((sum, queue) => sum + inHand(queue), 0)
    most = Math.max(most, jobs)
    progress.tell(most - jobs, most)
    if (jobs === 0 || performance.now() >= endMs) {
      progress.end()
      return left
    }
    await pause(lookEveryMs)
  }
}

/** Polls that wait are what is held back; those under way bring something in. */
function inHand({ name, waiting, active, delayed }: QueueDepth): number {
  return name === pollFeed.name ? active : waiting + active + delayed
}

function linesOf(left: readonly QueueDepth[], isPaused: boolean): string[] {
  const intake = isPaused ? [`feeds are not polled; rafid queues resume ${pollFeed.name} lets it go on`] : []
  if (left.length === 0) return ['every queue is empty', ...intake]
  const rows = left.map(({ name, waiting, active, delayed }) => [name, ...[waiting, active, delayed].map(String)])
  return [
    'not empty in time; rafid doctor says what is stuck',
    ...table([['queue', 'waiting', 'active', 'delayed'], ...rows]),
    ...intake,
  ]
}
