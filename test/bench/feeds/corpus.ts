import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ConfigError } from '@rafid/errors'
import { z } from 'zod'
import { UsageError } from '../usage-error.ts'
import type { LoadedFeed } from './peer.ts'

const caseSchema = z.looseObject({
  suite: z.string(),
  case: z.string(),
  file: z.string(),
  cats: z.array(z.string()),
  ct: z.string().nullish(),
  base: z.string().nullish(),
  split: z.string().nullish(),
})

/** A case: a feed and what a reader has to find in it, which only the scorer knows. */
export type Case = z.infer<typeof caseSchema>

/** A folder of cases, and the script that scores results on it. */
export type Corpus = { readonly folder: string; readonly scorer: string; readonly cases: readonly Case[] }

const shared = join(import.meta.dirname, '../../../../shared')
/** Cases that do not name their split are the ones to develop on. */
const splitUnnamed = 'dev'
/** Without real feeds among the cases, the largest stand in for them. */
const largestFeeds = 60

/**
 * Opens a folder of cases.
 *
 * @param folder null for the one beside the checkout
 * @param split only its cases; null for all
 * @throws ConfigError when the folder or its scorer is not there, UsageError when no case is of the split
 */
export function openCorpus(folder: string | null, split: string | null): Corpus {
  const root = resolve(folder ?? join(shared, 'feeds'))
  const list = join(root, 'cases.jsonl')
  if (!existsSync(list))
    throw new ConfigError([`${list} is absent: name a folder of cases with --data DIR (see --help)`])
  const lines = readFileSync(list, 'utf8').trim().split('\n')
  const all = lines.map((line) => caseSchema.parse(JSON.parse(line)))
  const cases = all.filter((each) => split === null || (each.split ?? splitUnnamed) === split)
  if (cases.length === 0) throw new UsageError(`no case is of the split ${split}`)
  return { folder: root, scorer: scorerOf(root), cases }
}

export function loadFeed({ folder }: Corpus, { file, ct, base }: Case): LoadedFeed {
  return { bytes: readFileSync(join(folder, 'data', file)), contentType: ct ?? null, url: base ?? null }
}

/** The feeds that were published somewhere, for the measurement of speed. */
export function loadRealFeeds(corpus: Corpus): LoadedFeed[] {
  const real = corpus.cases.filter(({ cats }) => cats.includes('real')).map((each) => loadFeed(corpus, each))
  if (real.length > 0) return real
  const all = corpus.cases.map((each) => loadFeed(corpus, each))
  return all.toSorted((a, b) => b.bytes.length - a.bytes.length).slice(0, largestFeeds)
}

/** Names of the feeds that are made to break a reader; none where the folder has none. */
export function attackNames(folder: string): string[] {
  const attacks = join(folder, 'attacks')
  return existsSync(attacks)
    ? readdirSync(attacks)
        .filter((name) => name.endsWith('.gz'))
        .toSorted()
    : []
}

export function loadAttack(folder: string, name: string): LoadedFeed {
  const bytes = gunzipSync(readFileSync(join(folder, 'attacks', name)))
  return { bytes, contentType: null, url: 'https://feeds.invalid/attack' }
}

/** It stands in the folder of the cases, and in the published layout is called so there. */
function scorerOf(folder: string): string {
  const candidates = [join(folder, 'score.mjs'), join(folder, '../feeds/score.mjs'), join(shared, 'feeds/score.mjs')]
  const found = candidates.find((path) => existsSync(path))
  if (found === undefined) throw new ConfigError([`${candidates[0]} is absent: results cannot be scored without it`])
  return found
}
