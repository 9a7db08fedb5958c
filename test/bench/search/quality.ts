import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { collectGarbage } from '../collect-garbage.ts'
import { showProgress } from '../show-progress.ts'
import { percentile } from '../statistics.ts'
import type { Corpus } from './corpus.ts'
import type { AskedQuery, Doc, Engine, Peer } from './peer.ts'

/** Hits beyond these are not scored. */
const hitsMax = 100
const addedAtOnce = 500
/** A page as readers ask for it, of so many queries one, is timed. */
const pageHits = 10
const timedEvery = 8

const row = z.object({ n: z.number(), mrr10: z.number(), ndcg10: z.number(), recall100: z.number() })
const report = z.record(z.string(), z.object({ macroMrr: z.number(), rows: z.record(z.string(), row) }))

/** What one engine found, and what it took. */
export type Quality = z.infer<typeof report>[string] & {
  /** Of processor time. */
  readonly docsPerSecond: number
  /** Null for an engine that keeps nothing on disk. */
  readonly bytesPerDoc: number | null
  readonly p50Ms: number
  readonly p95Ms: number
}

type Task = { readonly corpus: Corpus; readonly docs: readonly Doc[]; readonly queries: readonly AskedQuery[] }

/** Indexes all documents, asks all queries and has the folder's own scorer judge what was found. */
export async function measureQuality(peer: Peer, { corpus, docs, queries }: Task): Promise<Quality> {
  const folder = mkdtempSync(join(tmpdir(), 'rafid-bench-search-'))
  try {
    collectGarbage()
    const engine = await peer.open(folder)
    const docsPerSecond = await addAll(peer.name, engine, docs)
    const run = join(folder, `${peer.name}.jsonl`)
    const tookMs = await askAll(peer.name, engine, { queries, run })
    await engine.close()
    const bytes = engine.bytes()
    const { stdout } = await promisify(execFile)(process.execPath, [corpus.scorer, run, '--json'])
    const scored = report.parse(JSON.parse(stdout))[peer.name]
    if (scored === undefined) throw new TypeError(`the scorer says nothing of ${peer.name}`)
    return {
      ...scored,
      docsPerSecond: Math.round(docsPerSecond),
      bytesPerDoc: bytes === null ? null : Math.round(bytes / docs.length),
      p50Ms: percentile(tookMs, 0.5),
      p95Ms: percentile(tookMs, 0.95),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function addAll(name: string, engine: Engine, docs: readonly Doc[]): Promise<number> {
  const progress = showProgress(`${name} documents`, docs.length)
  const before = process.cpuUsage()
  for (let from = 0; from < docs.length; from += addedAtOnce) {
    const some = docs.slice(from, from + addedAtOnce)
    await engine.add(some)
    for (const _ of some) progress.step()
  }
  const { user, system } = process.cpuUsage(before)
  return docs.length / ((user + system) / 1_000_000)
}

async function askAll(
  name: string,
  engine: Engine,
  { queries, run }: { readonly queries: readonly AskedQuery[]; readonly run: string },
): Promise<number[]> {
  const progress = showProgress(`${name} queries`, queries.length)
  const tookMs: number[] = []
  const lines: string[] = []
  for (const [at, query] of queries.entries()) {
    const hits = await engine.find(query, hitsMax)
    if (at % timedEvery === 0) tookMs.push(await timed(engine, query))
    lines.push(JSON.stringify({ id: query.id, hits }))
    progress.step()
  }
  writeFileSync(run, lines.join('\n'))
  return tookMs
}

async function timed(engine: Engine, query: AskedQuery): Promise<number> {
  const startedMs = performance.now()
  await engine.find(query, pageHits)
  return performance.now() - startedMs
}
