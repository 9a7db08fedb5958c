import { parseQuery } from '@rafid/query'
import { Command, InvalidArgumentError } from 'commander'
import { openIndex } from '../open-index.ts'
import { print } from '../print.ts'

/** `rafid search`: the best articles for a query. */
export function searchCommand(): Command {
  return new Command('search')
    .description('search the articles')
    .argument('<words...>')
    .option('--limit <number>', 'articles at most', wholeNumber, 10)
    .action(async (given: string[], { limit }: { limit: number }, command: Command) => {
      const reader = openIndex()
      const now = new Date()
      const { query } = parseQuery(given.join(' '), { now })
      const request = { query, order: 'relevance', collapse: 'copies', limit, now } as const
      const page = await reader.search(request)
      await reader.close()
      print(command, page, () =>
        page.articles.length === 0
          ? ['nothing found']
          : page.articles.flatMap((article) => [
              article.title,
              `  ${article.source.name} · ${article.publishedAt ?? article.fetchedAt}`,
              `  ${article.url}`,
            ]),
      )
    })
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('give a number from 1 on')
  return number
}
