import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Corpus, Page } from './corpus.ts'
import type { Peer } from './peer.ts'
import type { ResultLine } from './run-peer.ts'
import { runPeer } from './run-peer.ts'
import type { ScoreRow } from './score-results.ts'
import { scoreResults } from './score-results.ts'

/** How well an extractor did. */
export type Quality = {
  readonly sets: Readonly<Record<string, ScoreRow>>
  readonly pages: number
  /** Pages it threw on. */
  readonly threw: number
  /** Pages it found no text on, those it threw on among them. */
  readonly empty: number
}

/**
 * Runs every extractor on every page and has the results scored.
 *
 * @param outFolder where the results stay; null for a folder that is removed again
 * @returns by extractor, in their order
 */
export async function measureQuality(
  peers: readonly Peer[],
  corpus: Corpus,
  pages: readonly Page[],
  outFolder: string | null,
): Promise<Map<string, Quality>> {
  const folder = outFolder === null ? await mkdtemp(join(tmpdir(), 'rafid-bench-')) : resolve(outFolder)
  try {
    await mkdir(folder, { recursive: true })
    return await runAndScore(peers, corpus, pages, folder)
  } finally {
    if (outFolder === null) await rm(folder, { recursive: true })
  }
}

async function runAndScore(peers: readonly Peer[], corpus: Corpus, pages: readonly Page[], folder: string) {
  const fileOf = (peer: Peer): string => join(folder, `${peer.name}.jsonl`)
  const counts = new Map<Peer, Omit<Quality, 'sets'>>()
  for (const peer of peers) {
    const lines = await runPeer(peer, corpus, pages)
    await writeFile(fileOf(peer), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    counts.set(peer, countsOf(lines))
  }
  const scores = Object.entries(await scoreResults(corpus, pages, peers.map(fileOf)))
  return new Map(
    [...counts].map(([{ name }, count]) => {
      const rows = scores.flatMap(([set, row]) => (row[name] === undefined ? [] : [[set, row[name]] as const]))
      return [name, { sets: Object.fromEntries(rows), ...count }]
    }),
  )
}

function countsOf(lines: readonly ResultLine[]): Omit<Quality, 'sets'> {
  const threw = lines.filter((line) => 'error' in line).length
  const blank = lines.filter((line) => 'body' in line && line.body.trim() === '').length
  return { pages: lines.length, threw, empty: threw + blank }
}
