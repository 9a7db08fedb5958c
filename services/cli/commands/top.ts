import { setTimeout as pause } from 'node:timers/promises'
import type { Sight } from '@rafid/pipeline'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import type { House } from '../house.ts'
import { lookAtPipeline } from '../look-at-pipeline.ts'
import { LiveScreen } from '../live-screen.ts'
import { topLines } from '../top-lines.ts'
import { wholeNumber } from '../whole-number.ts'

const everySecondsMax = 3_600
const samplesMax = 1_000_000

type Options = { readonly every: number; readonly samples?: number }

/** `rafid top`: what the pipeline does, again and again. */
export function topCommand(): Command {
  return new Command('top')
    .description('watch the stages, the processes and what is stuck; q ends it, without a terminal it is one sample')
    .option('--every <seconds>', 'between two samples', wholeNumber(1, everySecondsMax), 2)
    .option('--samples <number>', 'end after so many', wholeNumber(1, samplesMax))
    .action((options: Options, command: Command) =>
      inHouse(async (house) => {
        const { json = false } = command.optsWithGlobals<{ json?: boolean }>()
        const isLive = !json && process.stdout.isTTY && process.stdin.isTTY
        if (isLive) await showLive(house, options)
        else await writeSamples(house, options, json)
      }),
    )
}

async function writeSamples(house: House, { every, samples = 1 }: Options, isJson: boolean): Promise<void> {
  let sight: Sight | null = null
  for (let sample = 1; sample <= samples; sample += 1) {
    if (sample > 1) await pause(every * 1000)
    sight = await lookAtPipeline(house, sight)
    const { minutes: _minutes, ...watched } = sight.watched
    if (isJson) console.log(JSON.stringify({ at: new Date(watched.atMs).toISOString(), ...watched }))
    else console.log(topLines(sight.watched).join('\n'))
  }
}

async function showLive(house: House, { every, samples = Number.POSITIVE_INFINITY }: Options): Promise<void> {
  const screen = new LiveScreen()
  try {
    let sight: Sight | null = null
    for (let sample = 1; sample <= samples && !screen.isLeft; sample += 1) {
      sight = await Promise.race([lookAtPipeline(house, sight), screen.left])
      if (sight === null) return
      screen.draw([...topLines(sight.watched), '', 'q ends this'])
      if (sample < samples) await screen.pause(every * 1000)
    }
  } finally {
    screen.close()
  }
}
