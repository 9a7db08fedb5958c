import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ConfigError } from '@rafid/errors'
import { z } from 'zod'
import type { Doc } from './peer.ts'

const defaultFolder = join(import.meta.dirname, '../../../../shared/dedup')

/** Sets with copies, and sets with stories; a folder may lack some. */
export const setNames = ['synth', 'saudi', 'og2021', 'uci', 'ecb', 'semeval'] as const

const doc = z.object({
  id: z.string(),
  ts: z.number(),
  source: z.string(),
  lang: z.string(),
  title: z.string(),
  body: z.string(),
})

export type Corpus = { readonly scorer: string; readonly sets: readonly string[]; docs(set: string): Doc[] }

/**
 * Opens a folder of sets.
 *
 * @throws ConfigError when it is not there, or has no set of this split
 */
export function openCorpus(folder: string | null, split: string): Corpus {
  const root = resolve(folder ?? defaultFolder)
  const scorer = join(root, 'bin/eval.mjs')
  if (!existsSync(scorer)) {
    throw new ConfigError([`There is no ${scorer}: give the folder of the sets with --data.`])
  }
  const fileOf = (set: string): string => join(root, 'data', set, `${split}.docs.jsonl.gz`)
  const sets = setNames.filter((set) => existsSync(fileOf(set)))
  if (sets.length === 0) throw new ConfigError([`${root} holds no set of the split ${split}.`])
  return {
    scorer,
    sets,
    docs: (set) => {
      const lines = gunzipSync(readFileSync(fileOf(set)))
        .toString()
        .trim()
        .split('\n')
      return lines.map((line) => doc.parse(JSON.parse(line)))
    },
  }
}
