import { queueNames } from '@rafid/contracts'
import { listWorkers, snapshotQueues } from '@rafid/pipeline'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'

/** `rafid status`: every queue and every process at this moment. */
export function statusCommand(): Command {
  return new Command('status').description('show the queues and the processes').action((_options, command: Command) =>
    inHouse(async ({ home, feeds }) => {
      const [queues, workers, feedCount] = await Promise.all([
        snapshotQueues(home, queueNames),
        listWorkers(home),
        feeds.count(),
      ])
      print(command, { queues, workers, feeds: feedCount }, () => {
        const numbers = queues.map((queue) => [
          queue.name,
          ...[queue.waiting, queue.active, queue.delayed, queue.failed].map(String),
          queue.oldestWaitingMs === null ? '' : `${Math.round(queue.oldestWaitingMs / 1000)} s`,
        ])
        const processes = workers.map((worker) => [
          worker.service,
          String(worker.pid),
          worker.host,
          worker.startedAt,
          worker.healthUrl ?? '',
        ])
        return [
          ...table([['queue', 'waiting', 'active', 'delayed', 'dead', 'oldest'], ...numbers]),
          '',
          ...table([['service', 'pid', 'host', 'since', 'health'], ...processes]),
          '',
          `${feedCount} feeds`,
        ]
      })
    }),
  )
}
