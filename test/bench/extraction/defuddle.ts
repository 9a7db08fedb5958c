import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import type { Peer } from './peer.ts'

/** Defuddle's build for Node, on linkedom as its documentation shows; kept from asking other sites for content. */
export const defuddle: Peer = {
  name: 'defuddle',
  extract: ({ html, url }) =>
    withoutErrorLog(async () => {
      const article = await Defuddle(parseHTML(html).document, url, { useAsync: false })
      const { content, title, author, published, language } = article
      return { content, format: 'html', title, author, date: published, lang: language }
    }),
}

/** It logs a stack for every page with a broken JSON-LD block, with no option not to; writing that is not its work. */
async function withoutErrorLog<Result>(work: () => Promise<Result>): Promise<Result> {
  const { error } = console
  console.error = () => {}
  try {
    return await work()
  } finally {
    console.error = error
  }
}
