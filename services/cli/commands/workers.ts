import { listProcesses } from '@rafid/pipeline'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'

const mib = 2 ** 20

/** `rafid workers`: every process with what it does and how it is. */
export function workersCommand(): Command {
  return new Command('workers').description('show every process and how it is').action((_options, command: Command) =>
    inHouse(async ({ home }) => {
      const processes = await listProcesses(home)
      print(command, processes, () =>
        table([
          ['service', 'pid', 'host', 'version', 'since', 'busy', 'memory', 'loop delay', 'last beat', 'stages'],
          ...processes.map(
            ({ service, pid, host, version, startedAt, memoryBytes, loopDelayMs, lastBeatMs, stages }) => {
              const active = stages.reduce((sum, stage) => sum + stage.active, 0)
              const slots = stages.reduce((sum, stage) => sum + stage.concurrency, 0)
              return [
                service,
                String(pid),
                host,
                version ?? '',
                startedAt,
                `${active}/${slots}`,
                memoryBytes === undefined ? '' : `${Math.round(memoryBytes / mib)} MiB`,
                loopDelayMs === undefined ? '' : `${loopDelayMs} ms`,
                `${Math.round(lastBeatMs / 1000)} s ago`,
                stages.map(({ name }) => name).join(' '),
              ]
            },
          ),
        ]),
      )
    }),
  )
}
