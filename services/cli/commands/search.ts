import { asksForWords, parseQuery } from '@rafid/query'
import type { ParsedQuery } from '@rafid/query'
import type { SearchPage, SearchRequest } from '@rafid/search'
import { Command, Option } from 'commander'
import { openIndex } from '../open-index.ts'
import { print } from '../print.ts'
import { wholeNumber } from '../whole-number.ts'

const limitMax = 100

type Options = {
  readonly limit: number
  readonly order?: 'best' | 'newest'
  readonly collapse: SearchRequest['collapse']
}

/** `rafid search`: the best articles for a query. */
export function searchCommand(): Command {
  return new Command('search')
    .description('search the articles')
    .argument('<query...>', 'as in the search box, quoted where the shell has its own ideas')
    .option('--limit <number>', 'articles at most', wholeNumber(1, limitMax), 10)
    .addOption(
      new Option('--order <order>', 'best, or newest; best where words are asked for').choices(['best', 'newest']),
    )
    .addOption(
      new Option('--collapse <what>', 'one article of what').choices(['copies', 'stories', 'none']).default('copies'),
    )
    .action(async (given: string[], { limit, order, collapse }: Options, command: Command) => {
      const now = new Date()
      const parsed = parseQuery(given.join(' '), { now })
      const isBest = (order ?? (asksForWords(parsed.query) ? 'best' : 'newest')) === 'best'
      const reader = openIndex()
      const request = { query: parsed.query, order: isBest ? 'relevance' : 'newest', collapse, limit, now } as const
      const page = await reader.search(request)
      await reader.close()
      print(command, { ...page, remarks: parsed.remarks }, () => lines(page, parsed))
    })
}

function lines({ articles, total, totalIsExact }: SearchPage, { remarks }: ParsedQuery): string[] {
  const found = articles.flatMap((article) => [
    article.title,
    `  ${article.source.name} · ${article.publishedAt ?? article.fetchedAt} · ${article.id}`,
    `  ${article.url}`,
  ])
  const count = articles.length === 0 ? 'nothing found' : `${totalIsExact ? '' : 'at least '}${total} found`
  return [...remarks.map(({ code, piece }) => `${code}: ${piece}`), ...found, count]
}
