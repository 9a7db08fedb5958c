import { jobs, queueNames } from '@rafid/contracts'
import { ConfigError } from '@rafid/errors'
import { groupDeadLetters, operateDeadLetters } from '@rafid/pipeline'
import type { DeadLetter, DeadLetterFilter } from '@rafid/pipeline'
import { Argument, Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'
import { Progress } from '../progress.ts'

const lettersShownMax = 1_000

type Given = { readonly code?: string; readonly host?: string; readonly id?: string; readonly dryRun?: boolean }

/** `rafid dead …` */
export function deadCommand(): Command {
  return new Command('dead')
    .description('list, show, redrive and drop dead letters')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(orderCommand('redrive', 'queue dead letters again'))
    .addCommand(orderCommand('drop', 'remove dead letters for good'))
}

function listCommand(): Command {
  return filtered(new Command('list'))
    .description('show the newest dead letters, and how many there are by stage, code and host')
    .addArgument(stageArgument())
    .action((stage: string | undefined, given: Given, command: Command) =>
      inHouse(async ({ deadLetters }) => {
        const letters = await deadLetters.find(queueNames, filterOf(stage, given))
        const groups = groupDeadLetters(letters)
        const shown = letters.slice(0, lettersShownMax)
        print(command, { deadLetters: shown, total: letters.length, groups }, () => [
          ...table([['stage', 'code', 'died', 'id', 'message'], ...shown.map(row)]),
          '',
          ...table([
            ['stage', 'code', 'host', 'number'],
            ...groups.map((group) => [group.stage, group.code, group.host ?? '', String(group.count)]),
          ]),
          `${letters.length} dead letters`,
        ])
      }),
    )
}

function showCommand(): Command {
  return new Command('show')
    .description('show one dead letter with its payload')
    .argument('<id>')
    .action((id: string, _options, command: Command) =>
      inHouse(async ({ deadLetters }) => {
        const [letter] = await deadLetters.find(queueNames, { id })
        if (letter === undefined) throw new ConfigError([`There is no dead letter ${id}: rafid dead list shows ids.`])
        print(command, letter, () => [
          `${letter.stage}: ${letter.code}`,
          letter.message,
          `${letter.attempts} attempts, died ${letter.diedAt.toISOString()}, worker ${letter.worker ?? 'unknown'}, trace ${letter.traceId ?? 'none'}`,
          JSON.stringify(letter.payload, null, 2),
        ])
      }),
    )
}

function orderCommand(verb: 'redrive' | 'drop', description: string): Command {
  return filtered(new Command(verb))
    .description(`${description}, all of a stage or those that are meant`)
    .addArgument(stageArgument())
    .option('--id <id>', 'only this one')
    .option('--dry-run', 'say what would happen and do nothing')
    .action((stage: string | undefined, given: Given, command: Command) =>
      inHouse(async ({ home, deadLetters }) => {
        const filter = filterOf(stage, given)
        if (Object.values(filter).every((value) => value === undefined)) {
          throw new ConfigError([`Say which: a stage, --code, --host or --id.`])
        }
        const { dryRun = false } = given
        const progress = new Progress('dead letters')
        const onProgress = (done: number, all: number): void => progress.tell(done, all)
        const order = { verb, filter, dryRun, by: 'cli', onProgress } as const
        const { count, byStage } = await operateDeadLetters({ home, deadLetters }, order)
        progress.end()
        const done = verb === 'redrive' ? 'queued again' : 'removed'
        print(command, { [verb]: count, byStage, dryRun }, () => [
          `${count} dead letters ${dryRun ? `would be ${done}` : done}`,
          ...Object.entries(byStage).map(([name, number]) => `  ${name}: ${number}`),
        ])
      }),
    )
}

function filtered(command: Command): Command {
  return command.option('--code <code>', 'only those with this code').option('--host <host>', 'only those of this host')
}

function filterOf(stage: string | undefined, { code, host, id }: Given): DeadLetterFilter {
  return { stage, code, host, id }
}

function stageArgument(): Argument {
  return new Argument('[stage]').choices(jobs.map((job) => job.name))
}

function row(letter: DeadLetter): string[] {
  return [letter.stage, letter.code, letter.diedAt.toISOString(), letter.id, letter.message.slice(0, 120)]
}
