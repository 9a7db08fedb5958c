import type { Feeds } from '@rafid/catalog'
import { queueNames } from '@rafid/contracts'
import { groupDeadLetters, listProcesses, snapshotQueues } from '@rafid/pipeline'
import type { DeadLetters, ProcessRecord, QueueHome } from '@rafid/pipeline'
import type { QueueDepth } from '@rafid/operations'
import type { Finding } from './finding.ts'

/** A process beats every five seconds. */
const silentMs = 15_000
const overdueMs = 60_000
const delayedOverdueMs = 30_000

export type PipelineParts = {
  readonly home: QueueHome
  readonly feeds: Pick<Feeds, 'overdueMs' | 'count'>
  readonly deadLetters: Pick<DeadLetters, 'find'>
}

/** Whether somebody works at every stage that has work, and whether jobs died. */
export async function examinePipeline({ home, feeds, deadLetters }: PipelineParts): Promise<Finding[]> {
  const [queues, processes, feedOverdueMs, letters] = await Promise.all([
    snapshotQueues(home, queueNames),
    listProcesses(home),
    feeds.overdueMs(),
    deadLetters.find(queueNames, {}),
  ])
  return [
    ...queues.flatMap((queue) => stage(queue, processes)),
    ...processes.flatMap(silent),
    ...versions(processes),
    ...schedule(feedOverdueMs),
    ...groupDeadLetters(letters).slice(0, 5).map(died),
  ]
}

function stage(queue: QueueDepth, processes: readonly ProcessRecord[]): Finding[] {
  const { name, waiting, active, isPaused } = queue
  const isStaffed = processes.some(
    ({ lastBeatMs, stages }) => lastBeatMs <= silentMs && stages.some((one) => one.name === name),
  )
  if (isPaused) {
    return [
      {
        code: 'stage.paused',
        is: `the stage ${name} is paused; ${waiting} jobs wait`,
        fix: `rafid queues resume ${name}, unless it is paused for a reason (rafid audit says since when)`,
      },
    ]
  }
  if (!isStaffed && waiting + active > 0) {
    return [
      {
        code: 'stage.no_workers',
        is: `${waiting + active} jobs of ${name} have nobody who works at them`,
        fix: 'start a process of its service (rafid scale, docker-compose up --scale, systemctl start)',
      },
    ]
  }
  if (queue.delayedOverdueMs <= delayedOverdueMs) return []
  return [
    {
      code: 'stage.delayed_stuck',
      is: `delayed jobs of ${name} are overdue by ${Math.round(queue.delayedOverdueMs / 1000)} s`,
      fix: 'start a process of its service: workers move delayed jobs when they are due',
    },
  ]
}

function silent({ id, service, pid, host, lastBeatMs }: ProcessRecord): Finding[] {
  if (lastBeatMs <= silentMs) return []
  return [
    {
      code: 'worker.silent',
      is: `the ${service} ${pid} on ${host} has not been heard of for ${Math.round(lastBeatMs / 1000)} s (${id})`,
      fix: 'look whether it hangs and restart it; one that was killed leaves the list after two minutes',
    },
  ]
}

function versions(processes: readonly ProcessRecord[]): Finding[] {
  const known = [...new Set(processes.flatMap(({ version }) => version ?? []))].toSorted()
  if (known.length < 2) return []
  return [
    {
      code: 'worker.versions',
      is: `processes of ${known.join(' and ')} run side by side`,
      fix: 'finish the upgrade: restart those of the older version',
    },
  ]
}

function schedule(feedOverdueMs: number): Finding[] {
  if (feedOverdueMs <= overdueMs) return []
  return [
    {
      code: 'schedule.lost',
      is: `feeds have been due for ${Math.round(feedOverdueMs / 1000)} s and nobody polls them`,
      fix: 'start the scheduler',
    },
  ]
}

function died({ stage: name, code, host, count }: ReturnType<typeof groupDeadLetters>[number]): Finding {
  const of = host === null ? '' : ` of ${host}`
  return {
    code: 'dead_letters',
    is: `${count} jobs of ${name}${of} died: ${code}`,
    fix: `rafid dead list ${name} --code ${code} shows them; when the cause is mended: rafid dead redrive ${name} --code ${code}`,
  }
}
