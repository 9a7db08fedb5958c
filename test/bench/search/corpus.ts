import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ConfigError } from '@rafid/errors'
import { z } from 'zod'
import type { AskedQuery, Doc } from './peer.ts'

const defaultFolder = join(import.meta.dirname, '../../../../shared/search')

const doc = z.object({ id: z.string(), lang: z.string(), src: z.string(), title: z.string(), body: z.string() })
const query = z.object({ id: z.string(), lang: z.string(), text: z.string() })

export type Corpus = { readonly scorer: string; docs(): Doc[]; queries(): AskedQuery[]; readonly folder: string }

/**
 * Opens a folder of documents, queries and judgements.
 *
 * @throws ConfigError when it is not there
 */
export function openCorpus(folder: string | null): Corpus {
  const root = resolve(folder ?? defaultFolder)
  const [scorer, docs, queries] = ['score.mjs', 'docs.jsonl.gz', 'queries.jsonl.gz'].map((name) => join(root, name))
  for (const file of [scorer, docs, queries]) {
    if (file === undefined || !existsSync(file)) {
      throw new ConfigError([`${file} is absent: give the folder of documents and queries with --data DIR.`])
    }
  }
  return {
    folder: root,
    scorer: String(scorer),
    docs: () => linesOf(String(docs)).map((line) => doc.parse(JSON.parse(line))),
    queries: () => linesOf(String(queries)).map((line) => query.parse(JSON.parse(line))),
  }
}

/** The lines of a compressed file. */
export function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString().trim().split('\n')
}
