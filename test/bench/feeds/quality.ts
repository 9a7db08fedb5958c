import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { showProgress } from '../show-progress.ts'
import { type Case, type Corpus, loadFeed } from './corpus.ts'
import type { Peer } from './peer.ts'

const qualitySchema = z.looseObject({
  groups: z.record(z.string(), z.looseObject({ n: z.number(), passed: z.number(), percent: z.number() })),
  exceptions: z.number(),
  unsafe: z.number(),
  sanitizeCases: z.number(),
})

/** What the scorer says of one reader. */
export type Quality = z.infer<typeof qualitySchema>

const outputCharsMax = 64_000_000
/** The scorer borrows a library from the folder it is run in. */
const scorerHome = join(import.meta.dirname, '../..')

/** Has a reader read every case, once, and the results scored. */
export async function measureQuality(peer: Peer, corpus: Corpus): Promise<Quality> {
  const folder = await mkdtemp(join(tmpdir(), 'rafid-bench-'))
  try {
    const results = join(folder, `${peer.name}.jsonl`)
    const cases = join(folder, 'cases.jsonl')
    await writeFile(cases, linesOf(corpus.cases))
    await writeFile(results, linesOf(await readAll(peer, corpus)))
    const args = [corpus.scorer, results, '--cases', cases, '--json']
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: scorerHome, maxBuffer: outputCharsMax })
    return qualitySchema.parse(JSON.parse(stdout))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readAll(peer: Peer, corpus: Corpus): Promise<unknown[]> {
  const progress = showProgress(`quality: ${peer.name}`, corpus.cases.length)
  const lines: unknown[] = []
  for (const each of corpus.cases) {
    lines.push(await resultOf(peer, corpus, each))
    progress.step()
    await turn()
  }
  return lines
}

async function resultOf(peer: Peer, corpus: Corpus, each: Case): Promise<unknown> {
  const feed = loadFeed(corpus, each)
  const name = { suite: each.suite, case: each.case }
  try {
    return { ...name, out: peer.modelOf(await peer.read(feed), feed) }
  } catch (error) {
    return { ...name, error: String(error) }
  }
}

function linesOf(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}
