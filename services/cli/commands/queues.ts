import { jobs, queueNames } from '@rafid/contracts'
import { advise, lagTarget } from '@rafid/operations'
import { lastWatched, operateStage, snapshotQueues } from '@rafid/pipeline'
import { Argument, Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'
import { withQueues } from '../with-queues.ts'
import { drainCommand } from './drain.ts'

/** `rafid queues …` */
export function queuesCommand(): Command {
  return new Command('queues')
    .description('look at the queues, pause a stage and let it go on, drain them all')
    .addCommand(listCommand())
    .addCommand(orderCommand('pause', 'have the workers of a stage take no new job'))
    .addCommand(orderCommand('resume', 'let a paused stage go on'))
    .addCommand(drainCommand())
}

function listCommand(): Command {
  return new Command('list')
    .description('show what waits, how it flows and how many workers each stage needs')
    .action((_options, command: Command) =>
      inHouse(async ({ home }) => {
        const [queues, watched] = await Promise.all([snapshotQueues(home, queueNames), lastWatched(home)])
        const rows = queues.map((queue) => {
          const flow = watched?.flows.find(({ name }) => name === queue.name)
          return { ...queue, flow: flow ?? null, advice: flow === undefined ? null : advise(flow, lagTarget) }
        })
        print(command, rows, () =>
          table([
            ['queue', 'waiting', 'active', 'delayed', 'dead', 'done/s', 'workers', 'needed', 'state'],
            ...rows.map(({ name, waiting, active, delayed, failed, isPaused, flow, advice }) => [
              name,
              ...[waiting, active, delayed, failed].map(String),
              flow?.settledPerSecond.toFixed(1) ?? '',
              String(flow?.workers ?? ''),
              String(advice?.workersNeeded ?? '?'),
              isPaused ? 'paused' : '',
            ]),
          ]),
        )
      }),
    )
}

function orderCommand(verb: 'pause' | 'resume', description: string): Command {
  return new Command(verb)
    .description(description)
    .addArgument(new Argument('<stage>').choices(jobs.map((job) => job.name)))
    .action((stage: string, _options, command: Command) =>
      inHouse(async ({ home }) => {
        await withQueues(home, (queues) => operateStage({ home, queues }, { verb, stage, by: 'cli' }))
        print(command, { stage, paused: verb === 'pause' }, () => [
          `${stage} ${verb === 'pause' ? 'is paused' : 'goes on'}`,
        ])
      }),
    )
}
