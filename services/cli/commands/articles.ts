import { ConfigError } from '@rafid/errors'
import type { IndexedArticle } from '@rafid/search'
import { compareArticles } from '@rafid/similarity'
import type { Judgement } from '@rafid/similarity'
import { Command } from 'commander'
import { openIndex } from '../open-index.ts'
import { print } from '../print.ts'

/** `rafid articles …` */
export function articlesCommand(): Command {
  const group = new Command('articles').description('look at articles of the index')
  group
    .command('compare')
    .description('say why two articles are copies of one text, or are not')
    .argument('<id>')
    .argument('<other>')
    .action(async (id: string, other: string, _options, command: Command) => {
      const reader = openIndex()
      const [one, two] = await Promise.all([reader.get(id), reader.get(other)])
      await reader.close()
      if (!one || !two) throw new ConfigError([`There is no article ${one ? other : id}: rafid search shows ids.`])
      const judgement = compareArticles(one, two)
      const sameCluster = rootOf(one) === rootOf(two)
      print(command, { articles: [one.id, two.id], sameCluster, judgement }, () => lines(one, two, judgement))
    })
  return group
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
