import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Corpus, Page } from './corpus.ts'

/** A share in per cent; null where the set does not know the truth of it. */
const share = z.number().nullish()

const rowSchema = z.looseObject({
  n: z.number(),
  f1: share,
  precision: share,
  recall: share,
  exact: share,
  snippetF1: share,
  title: share,
  day: share,
  author: share,
})

const reportSchema = z.record(z.string(), z.record(z.string(), rowSchema))

/** How well one extractor did on one set. */
export type ScoreRow = z.infer<typeof rowSchema>

/** By set, then by extractor. */
export type Scores = z.infer<typeof reportSchema>

const outputCharsMax = 16_000_000

/**
 * Has the scorer of the data judge results files, on these pages only.
 *
 * @param files one JSON Lines file per extractor, called NAME.jsonl
 * @throws Error when the scorer fails, with what it said
 */
export async function scoreResults(corpus: Corpus, pages: readonly Page[], files: readonly string[]): Promise<Scores> {
  const folder = await mkdtemp(join(tmpdir(), 'rafid-bench-'))
  try {
    await layOut(folder, corpus, pages)
    const args = [corpus.scorer, ...files, '--pages', folder, '--json']
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: outputCharsMax })
    return reportSchema.parse(JSON.parse(stdout))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The scorer judges every page of a manifest, so a part of the pages needs a manifest of its own. */
async function layOut(folder: string, corpus: Corpus, pages: readonly Page[]): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(pages))
  for (const name of new Set(pages.map(({ id }) => id.slice(0, id.indexOf('/'))))) {
    await symlink(join(corpus.folder, name), join(folder, name))
  }
}
