import { mergeStories, splitStory } from '@rafid/catalog'
import { moveStory, setStory } from '@rafid/contracts'
import { PermanentError } from '@rafid/errors'
import { job, Queues } from '@rafid/pipeline'
import type { Emission, QueueHome } from '@rafid/pipeline'
import type { IndexedStory } from '@rafid/search'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { openIndex } from '../open-index.ts'
import { print } from '../print.ts'

/** `rafid stories …` */
export function storiesCommand(): Command {
  return new Command('stories')
    .description('look at stories and correct them')
    .addCommand(showCommand())
    .addCommand(mergeCommand())
    .addCommand(splitCommand())
}

function showCommand(): Command {
  return new Command('show')
    .description('list the articles of a story, one of each cluster of copies')
    .argument('<story>')
    .action(async (id: string, _options, command: Command) => {
      const story = await storyOf(id)
      const articles = story.articles.map(({ id: articleId, title, source, publishedAt, copies }) => {
        return { id: articleId, title, source: source.name, publishedAt, copies }
      })
      print(command, { ...story, articles }, () => [
        `${story.id} (${story.lang ?? 'no language'})`,
        ...articles.map((one) => `${one.id}  ${one.publishedAt ?? ''}  ${one.source}: ${one.title}`),
      ])
    })
}

function mergeCommand(): Command {
  return new Command('merge')
    .description('make two stories one; the id of the second becomes another name of the first')
    .argument('<story>')
    .argument('<other>')
    .action((id: string, other: string, _options, command: Command) =>
      inHouse(async ({ home, stories }) => {
        const move = await mergeStories(stories, await storyOf(id), await storyOf(other))
        await tellIndex(home, [job(moveStory, move)])
        print(command, move, () => [`${move.from} is ${move.to} from now on`])
      }),
    )
}

function splitCommand(): Command {
  return new Command('split')
    .description('take articles out of a story into one of their own, for good')
    .argument('<story>')
    .argument('<article...>')
    .action((id: string, articleIds: string[], _options, command: Command) =>
      inHouse(async ({ home, stories }) => {
        const { into, decisions } = await splitStory(stories, await storyOf(id), articleIds)
        await tellIndex(
          home,
          decisions.map((decision) => job(setStory, decision)),
        )
        print(command, { into, articleIds }, () => [`${into} has ${decisions.length} articles now`])
      }),
    )
}

/** @throws PermanentError `story.unknown` */
async function storyOf(id: string): Promise<IndexedStory> {
  const reader = openIndex()
  try {
    const story = await reader.story(id)
    if (story === null) throw new PermanentError('story.unknown', `there is no story ${id}`)
    return story
  } finally {
    await reader.close()
  }
}

async function tellIndex(home: QueueHome, emissions: readonly Emission[]): Promise<void> {
  const queues = new Queues(home)
  await queues.add(emissions, {
    traceId: crypto.randomUUID().replaceAll('-', ''),
    startedAt: new Date().toISOString(),
  })
  await queues.close()
}
