import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Placed } from './peer.ts'

const clusters = z.looseObject({ pairP: z.number(), pairR: z.number(), pairF1: z.number(), b3F1: z.number() })

const report = z.looseObject({
  dup: clusters.optional(),
  pairs: z.looseObject({ P: z.number(), R: z.number(), F1: z.number() }).optional(),
  story: clusters.optional(),
  storyByLang: z.record(z.string(), z.looseObject({ b3F1: z.number() })).optional(),
})

/** What the scorer of the sets says. */
export type Report = z.infer<typeof report>

const outputCharsMax = 64_000_000

/** Has the scorer of the data judge one set. */
export async function score(scorer: string, set: string, split: string, placed: readonly Placed[]): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'rafid-dedup-'))
  try {
    const file = join(folder, 'placed.jsonl')
    await writeFile(file, placed.map((row) => JSON.stringify(row)).join('\n'))
    const args = [scorer, set, split, file, 'full']
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: outputCharsMax })
    return report.parse(JSON.parse(stdout))
  } finally {
    await rm(folder, { recursive: true })
  }
}
