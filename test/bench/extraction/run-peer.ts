import { setImmediate as turn } from 'node:timers/promises'
import { showProgress } from '../show-progress.ts'
import type { Corpus, Page } from './corpus.ts'
import { loadPage } from './corpus.ts'
import { htmlToText } from './html-to-text.ts'
import type { LoadedPage, Peer } from './peer.ts'

/** A line of a results file, in the words of the scorer. */
export type ResultLine =
  | {
      readonly id: string
      readonly title: string | null
      readonly body: string
      readonly author: string | null
      readonly date: string | null
      readonly lang: string | null
    }
  | { readonly id: string; readonly error: string }

/** Has an extractor read every page. A page it throws on is a line with the error, and counts as empty. */
export async function runPeer(peer: Peer, corpus: Corpus, pages: readonly Page[]): Promise<ResultLine[]> {
  const progress = showProgress(`quality: ${peer.name}`, pages.length)
  const lines: ResultLine[] = []
  for (const page of pages) {
    lines.push(await readPage(peer, loadPage(corpus, page)))
    progress.step()
    // What a WeakRef was asked for lives to the end of the turn: without one, DOM libraries keep every page.
    await turn()
  }
  return lines
}

async function readPage(peer: Peer, page: LoadedPage): Promise<ResultLine> {
  try {
    const { content, format, title, author, date, lang } = await peer.extract(page)
    const body = format === 'html' ? htmlToText(content) : content
    return { id: page.id, title: title ?? null, body, author: author ?? null, date: date ?? null, lang: lang ?? null }
  } catch (error) {
    return { id: page.id, error: String(error) }
  }
}
