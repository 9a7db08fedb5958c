import { load } from 'cheerio/slim'
import { parseDocument } from 'htmlparser2'
import type { LoadedPage } from './peer.ts'

/** Something that handles a page, for its cost alone. */
export type Task = {
  readonly name: string
  run(page: LoadedPage): unknown
}

/** What parsing alone costs: no extractor on this parser can be faster. */
export const parsers: readonly Task[] = [
  { name: 'parse-htmlparser2', run: ({ html }) => parseDocument(html) },
  { name: 'parse-cheerio-slim', run: ({ html }) => load(html, { xml: { xmlMode: false, decodeEntities: true } }) },
]
