import { ConfigError } from '@rafid/errors'
import type { IndexedArticle } from '@rafid/search'
import { compareArticles } from '@rafid/similarity'
import type { Judgement } from '@rafid/similarity'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { openIndex } from '../open-index.ts'
import { print } from '../print.ts'
import { rereadArticle } from '../reread-article.ts'

/** `rafid articles …` */
export function articlesCommand(): Command {
  const group = new Command('articles').description('look at articles of the index, have one read anew')
  group.addCommand(getCommand())
  group.addCommand(reparseCommand())
  group
    .command('compare')
    .description('say why two articles are copies of one text, or are not')
    .argument('<id>')
    .argument('<other>')
    .action(async (id: string, other: string, _options, command: Command) => {
      const [one, two] = [await articleOf(id), await articleOf(other)]
      const judgement = compareArticles(one, two)
      const sameCluster = rootOf(one) === rootOf(two)
      print(command, { articles: [one.id, two.id], sameCluster, judgement }, () => lines(one, two, judgement))
    })
  return group
}

function getCommand(): Command {
  return new Command('get')
    .description('show an article with its text')
    .argument('<id>')
    .action(async (id: string, _options, command: Command) => {
      const article = await articleOf(id)
      print(command, article, () => linesOf(article))
    })
}

function reparseCommand(): Command {
  return new Command('reparse')
    .description('have the page of an article fetched and read anew; the stages do the rest')
    .argument('<id>')
    .action((id: string, _options, command: Command) =>
      inHouse(async ({ home }) => {
        const traceId = await rereadArticle(home, await articleOf(id), 'cli')
        print(command, { id, traceId }, () => [
          `${id} is queued; its page is fetched when it is the turn of its host (trace ${traceId})`,
        ])
      }),
    )
}

/** @throws ConfigError where there is none */
async function articleOf(id: string): Promise<IndexedArticle> {
  const reader = openIndex()
  try {
    const article = await reader.get(id)
    if (article === null) throw new ConfigError([`There is no article ${id}: rafid search shows ids.`])
    return article
  } finally {
    await reader.close()
  }
}

function linesOf(article: IndexedArticle): string[] {
  const { id, title, url, source, lang, author, publishedAt, fetchedAt, keywords, relation, story, text } = article
  const copyOf = relation.duplicateOf === null ? '' : ` of ${relation.duplicateOf}`
  const facts: [string, string | null][] = [
    ['id', id],
    ['source', source.name],
    ['url', url],
    ['language', lang],
    ['author', author],
    ['published', publishedAt],
    ['fetched', fetchedAt],
    ['keywords', keywords.join(', ') || null],
    ['relation', `${relation.kind}${copyOf}`],
    ['story', story],
  ]
  return [
    title,
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(10)}${value}`])),
    '',
    text,
  ]
}

function lines(one: IndexedArticle, two: IndexedArticle, { verdict, reason, overlap, needed, partings }: Judgement) {
  return [
    `${one.id}  ${one.source.name}: ${one.title}`,
    `${two.id}  ${two.source.name}: ${two.title}`,
    rootOf(one) === rootOf(two) ? 'They stand in one cluster of copies.' : 'They stand in different clusters.',
    `By themselves: ${verdict} (${reason}).`,
    `Resemblance ${percent(overlap.resemblance)}, containment ${percent(overlap.containment)}; their mean must be ${percent(needed.forFacts)}.`,
    ...(partings === null
      ? []
      : [
          `Side by side: ${partings.matched} words in common, ${partings.substitutions} places with other words, ${partings.numbersChanged} with other numbers, ${partings.namesChanged} with other names.`,
        ]),
  ]
}

function rootOf({ id, relation }: IndexedArticle): string {
  return relation.duplicateOf ?? id
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
