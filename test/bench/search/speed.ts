import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader, openWriter } from '@rafid/search'
import type { ArticleWriter } from '@rafid/search'
import { z } from 'zod'
import { showProgress } from '../show-progress.ts'
import { percentile } from '../statistics.ts'
import type { Corpus } from './corpus.ts'
import { GrownCorpus } from './grow-corpus.ts'
import { askHostile } from './hostile-queries.ts'
import type { HostileQueries } from './hostile-queries.ts'
import { original } from './rafid.ts'

const putAtOnce = 64
/** Each reader asks each kind so often, of a small index less often. */
const roundsMax = 40
const articlesPerRound = 100
const readersAtOnce = 8
const writesPerSecond = 100
const tickMs = 50

const latencies = z.record(z.string(), z.array(z.number()))

/** How long a kind of query takes, in milliseconds. */
export type Latency = { readonly p50Ms: number; readonly p95Ms: number }

/** What an index of one size costs. */
export type Speed = {
  readonly articles: number
  /** Of processor time. */
  readonly docsPerSecond: number
  readonly bytesPerDoc: number
  /** By kind of query: one reader alone, one and eight while articles arrive. */
  readonly alone: Readonly<Record<string, Latency>>
  readonly whileWriting: Readonly<Record<string, Latency>>
  readonly eightWhileWriting: Readonly<Record<string, Latency>>
  /** Articles a second that were written beside one reader and beside eight. */
  readonly written: readonly [number, number]
  /** null where none were asked. */
  readonly hostile: HostileQueries | null
}

/** Builds an index of that size and times queries of it; then so many hostile ones. */
export async function measureSpeed(corpus: Corpus, articles: number, hostileCount: number): Promise<Speed> {
  const folder = mkdtempSync(join(tmpdir(), 'rafid-bench-search-'))
  const file = join(folder, 'index.db')
  try {
    const grown = new GrownCorpus(corpus)
    const docsPerSecond = await build(file, grown, articles)
    const bytesPerDoc = Math.round(statSync(file).size / articles)
    const read = (readers: number) => askAll({ file, dataFolder: corpus.folder, articles }, readers)
    const alone = await read(1)
    const one = await besideWriter(file, { grown, from: articles }, () => read(1))
    const eight = await besideWriter(file, { grown, from: 2 * articles }, () => read(readersAtOnce))
    return {
      articles,
      docsPerSecond: Math.round(docsPerSecond),
      bytesPerDoc,
      alone,
      whileWriting: one.result,
      eightWhileWriting: eight.result,
      written: [one.perSecond, eight.perSecond],
      hostile: hostileCount === 0 ? null : await hostileOf(file, grown, hostileCount),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of so many articles the words are counted. */
const countedArticles = 300
const commonWords = 40

async function hostileOf(file: string, grown: GrownCorpus, count: number): Promise<HostileQueries> {
  const counts = new Map<string, number>()
  for (let number = 0; number < countedArticles; number += 1) {
    for (const word of new Set(grown.article(number).text.split(/[^\p{L}\p{M}]+/u))) {
      if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const common = [...counts].toSorted((one, other) => other[1] - one[1]).slice(0, commonWords)
  const reader = openReader(file)
  const result = await askHostile(
    reader,
    common.map(([word]) => word),
    count,
  )
  await reader.close()
  return result
}

/** @returns articles a second of processor time, of which making the articles is no part */
async function build(file: string, grown: GrownCorpus, articles: number): Promise<number> {
  const progress = showProgress(`index of ${articles}`, articles)
  const writer = openWriter(file)
  let cpuMicros = 0
  for (let from = 0; from < articles; from += putAtOnce) {
    const some = Array.from({ length: Math.min(putAtOnce, articles - from) }, (_, at) => grown.article(from + at))
    const before = process.cpuUsage()
    await Promise.all(some.map((article) => writer.put(article, original)))
    const { user, system } = process.cpuUsage(before)
    cpuMicros += user + system
    for (const _ of some) progress.step()
  }
  await writer.close()
  return articles / (cpuMicros / 1_000_000)
}

type Task = { readonly file: string; readonly dataFolder: string; readonly articles: number }

async function askAll(task: Task, readers: number): Promise<Record<string, Latency>> {
  const answers = await Promise.all(Array.from({ length: readers }, (_, at) => readIn(task, at)))
  const kinds = Object.keys(answers[0] ?? {})
  return Object.fromEntries(
    kinds.map((kind) => {
      const tookMs = answers.flatMap((answer) => answer[kind] ?? [])
      return [kind, { p50Ms: percentile(tookMs, 0.5), p95Ms: percentile(tookMs, 0.95) }]
    }),
  )
}

/** A reader in a process of its own. */
function readIn(task: Task, at: number): Promise<Record<string, number[]>> {
  const rounds = Math.min(roundsMax, Math.ceil(task.articles / articlesPerRound))
  const argument = JSON.stringify({ ...task, rounds, first: at * 1009 })
  const child = fork(join(import.meta.dirname, 'reader-process.ts'), [argument])
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(latencies.parse(message)))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`a reader ended with ${code}`)))
  })
}

type Arriving = { readonly grown: GrownCorpus; readonly from: number }

async function besideWriter<Result>(file: string, arriving: Arriving, work: () => Promise<Result>) {
  const writer = openWriter(file)
  const state = { written: 0, isOver: false }
  const startedMs = performance.now()
  const writing = keepWriting(writer, arriving, state)
  const result = await work()
  const perSecond = Math.round(state.written / ((performance.now() - startedMs) / 1000))
  state.isOver = true
  await writing
  await writer.close()
  return { result, perSecond }
}

async function keepWriting(
  writer: ArticleWriter,
  { grown, from }: Arriving,
  state: { written: number; isOver: boolean },
): Promise<void> {
  const startedMs = performance.now()
  let number = from
  while (!state.isOver) {
    const due = Math.floor(((performance.now() - startedMs) / 1000) * writesPerSecond) - (number - from)
    const some = Array.from({ length: Math.min(due, writesPerSecond) }, () => grown.article(number++))
    await Promise.all(some.map((article) => writer.put(article, original)))
    state.written += some.length
    await new Promise((resolve) => setTimeout(resolve, tickMs))
  }
}
