import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ConfigError } from '@rafid/errors'
import { z } from 'zod'
import type { LoadedPage } from './peer.ts'

const pageSchema = z.looseObject({
  id: z.string(),
  set: z.string(),
  split: z.string().nullish(),
  htmlBytes: z.number(),
})
const truthSchema = z.looseObject({ url: z.string().nullish() })

/** A page of the manifest: what is known of it without reading it. */
export type Page = z.infer<typeof pageSchema>

/** A folder of pages whose articles are known, and the script that scores results on it. */
export type Corpus = {
  readonly folder: string
  readonly scorer: string
  readonly pages: readonly Page[]
}

const shared = join(import.meta.dirname, '../../../../shared')

/** Captured pages without an address still need one that links can be resolved against. */
const urlUnknown = 'https://page.invalid/'

/**
 * Opens a folder of pages.
 *
 * @param folder null for the one beside the checkout
 * @throws ConfigError when the folder, its manifest or its scorer is not there
 */
export function openCorpus(folder: string | null): Corpus {
  const pagesFolder = resolve(folder ?? join(shared, 'pages'))
  const manifest = join(pagesFolder, 'manifest.json')
  if (!existsSync(manifest)) {
    throw new ConfigError([`${manifest} is absent: name a folder of pages with --data DIR (see --help)`])
  }
  return {
    folder: pagesFolder,
    scorer: scorerOf(pagesFolder),
    pages: z.array(pageSchema).parse(JSON.parse(readFileSync(manifest, 'utf8'))),
  }
}

/** Pages kept elsewhere may come without a scorer: then the one beside the checkout scores them. */
function scorerOf(pagesFolder: string): string {
  const candidates = [join(pagesFolder, '../extraction/score.mjs'), join(shared, 'extraction/score.mjs')]
  const found = candidates.find((path) => existsSync(path))
  if (found === undefined) throw new ConfigError([`${candidates[0]} is absent: the pages cannot be scored without it`])
  return found
}

/** Reads a page and where it was. */
export function loadPage({ folder }: Corpus, { id }: Page): LoadedPage {
  const html = gunzipSync(readFileSync(join(folder, `${id}.html.gz`))).toString('utf8')
  const { url } = truthSchema.parse(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')))
  return { id, html, url: url && URL.canParse(url) ? url : urlUnknown }
}
