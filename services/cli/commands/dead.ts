import { jobs, queueNames } from '@rafid/contracts'
import type { DeadLetter, DeadLetters } from '@rafid/pipeline'
import { Argument, Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'

const lettersMax = 1_000

/** `rafid dead …` */
export function deadCommand(): Command {
  const dead = new Command('dead').description('list, redrive and drop dead letters')
  dead
    .command('list')
    .description('show the newest dead letters, all or of one stage')
    .addArgument(stageArgument())
    .action((name: string | undefined, _options, command: Command) =>
      inHouse(async ({ deadLetters }) => {
        const letters = await collect(deadLetters, name)
        print(command, letters, () => [
          ...table([['stage', 'code', 'died', 'id', 'message'], ...letters.map(row)]),
          `${letters.length} dead letters`,
        ])
      }),
    )
  for (const verb of ['redrive', 'drop'] as const) {
    dead
      .command(verb)
      .description(
        verb === 'redrive' ? 'queue the dead letters of a stage again' : 'remove the dead letters of a stage for good',
      )
      .addArgument(stageArgument().argRequired())
      .option('--code <code>', 'only those with this code')
      .action((name: string, options: { code?: string }, command: Command) =>
        inHouse(async ({ deadLetters }) => {
          const wanted = (await collect(deadLetters, name)).filter(
            (letter) => options.code === undefined || letter.code === options.code,
          )
          let count = 0
          for (const letter of wanted) if (await deadLetters[verb](letter.stage, letter.id)) count += 1
          print(command, { [verb]: count }, () => [
            `${count} dead letters ${verb === 'redrive' ? 'queued again' : 'removed'}`,
          ])
        }),
      )
  }
  return dead
}

function stageArgument(): Argument {
  return new Argument('[stage]').choices(jobs.map((job) => job.name))
}

async function collect(deadLetters: DeadLetters, stage: string | undefined): Promise<DeadLetter[]> {
  const stages = stage === undefined ? queueNames : [stage]
  const lists = await Promise.all(stages.map((name) => deadLetters.list(name, lettersMax)))
  return lists.flat()
}

function row(letter: DeadLetter): string[] {
  return [letter.stage, letter.code, letter.diedAt.toISOString(), letter.id, letter.message.slice(0, 120)]
}
