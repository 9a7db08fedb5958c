import { setTimeout as pause } from 'node:timers/promises'
import { openReader } from '@rafid/search'
import { z } from 'zod'
import { openCorpus } from './corpus.ts'
import { GrownCorpus } from './grow-corpus.ts'
import { queryKinds } from './query-kinds.ts'

/** What the parent asks of a reader: how often each kind, about articles from which on. */
const task = z.object({
  file: z.string(),
  dataFolder: z.string(),
  articles: z.number(),
  rounds: z.number(),
  first: z.number(),
})

/** The first queries of a process compile it. */
const warmUps = 10
/** Who asks also reads: a reader that never did would be as many as its processor can bear. */
const readingMs = 50

const { file, dataFolder, articles, rounds, first } = task.parse(JSON.parse(process.argv[2] ?? ''))
const corpus = new GrownCorpus(openCorpus(dataFolder))
const reader = openReader(file)
const tookMs: Record<string, number[]> = Object.fromEntries(queryKinds.map(({ name }) => [name, []]))
for (let round = -Math.min(warmUps, rounds); round < rounds; round += 1) {
  // A prime step walks through all of the index.
  const about = corpus.article((first + (round + rounds) * 7919) % articles)
  for (const { name, ask } of queryKinds) {
    const startedMs = performance.now()
    await ask(reader, about)
    if (round >= 0) tookMs[name]?.push(performance.now() - startedMs)
    await pause(readingMs)
  }
}
await reader.close()
process.send?.(tookMs)
process.disconnect?.()
