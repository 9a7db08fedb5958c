import type { Feeds } from '@rafid/catalog'
import { PermanentError } from '@rafid/errors'
import { formatOpml } from '@rafid/feeds'
import { userAgentOf } from '@rafid/http'
import { admitUrl } from '@rafid/urls'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'
import { readFeedList } from '../read-feed-list.ts'
import { addCommand } from './add-feeds.ts'
import { feedControlCommands } from './feed-control.ts'

/** Feeds that `list` and `export` look at. */
const feedsMax = 100_000

/** Problems shown one by one; a list can have thousands. */
const problemsShown = 20

/** A person sees that a long import moves on. */
const progressEvery = 500

/** `rafid feeds …` */
export function feedsCommand(): Command {
  const group = new Command('feeds').description('add, import, list, explain, pause, poll, export and remove feeds')
  group.addCommand(addCommand())
  group
    .command('import')
    .description('add the feeds of an OPML file or of a list of addresses; - reads standard input')
    .argument('<file or URL>')
    .action((source: string, _options, command: Command) =>
      inHouse(async (house) => {
        const { proxy = null } = house.settings
        const list = await readFeedList(source, { proxy, userAgent: userAgentOf(house.settings) })
        await addAll(house.feeds, list.feeds, list.problems, command)
      }),
    )
  group
    .command('list')
    .description('show the feeds')
    .action((_options, command: Command) => inHouse((house) => showAll(house.feeds, command)))
  group
    .command('export')
    .description('print the feeds as OPML')
    .action(() =>
      inHouse(async (house) => {
        const feeds = await house.feeds.list(feedsMax)
        console.log(
          formatOpml(
            'Rafid',
            feeds.map((feed) => ({ ...feed, category: null })),
          ),
        )
      }),
    )
  group
    .command('remove')
    .description('remove feeds by their ids; their articles stay')
    .argument('<id...>')
    .action((ids: string[], _options, command: Command) => inHouse((house) => removeAll(house.feeds, ids, command)))
  for (const command of feedControlCommands()) group.addCommand(command)
  return group
}

type Wanted = { url: string; title: string | null; siteUrl: string | null }

async function addAll(
  feeds: Feeds,
  wanted: readonly Wanted[],
  problems: readonly string[],
  command: Command,
): Promise<void> {
  const result = { added: 0, known: 0, problems: [...problems] }
  for (const [index, { url, title, siteUrl }] of wanted.entries()) {
    try {
      const { added } = await feeds.add({ url: admitUrl(url).href, title, siteUrl })
      result[added ? 'added' : 'known'] += 1
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error
      result.problems.push(`${url}: ${error.message}`)
    }
    if ((index + 1) % progressEvery === 0) console.error(`${index + 1} of ${wanted.length} feeds`)
  }
  print(command, result, () => [
    ...result.problems.slice(0, problemsShown).map((problem) => `not added: ${problem}`),
    ...(result.problems.length > problemsShown ? [`and ${result.problems.length - problemsShown} more`] : []),
    `${result.added} feeds added, ${result.known} known already, ${result.problems.length} not usable`,
  ])
  if (result.added + result.known === 0) process.exitCode = 1
}

async function showAll(feeds: Feeds, command: Command): Promise<void> {
  const all = await feeds.list(feedsMax)
  print(command, all, () => {
    const rows = all.map((feed) => [
      feed.id,
      feed.status === 'active' ? (feed.lastOutcome ?? 'new') : feed.status,
      feed.errorCode ?? (feed.silentSince === null ? '' : 'silent'),
      String(feed.entriesSeen),
      feed.nextPollAt ?? '',
      feed.url,
    ])
    return table([['id', 'last', 'error', 'entries', 'next poll', 'address'], ...rows])
  })
}

async function removeAll(feeds: Feeds, ids: readonly string[], command: Command): Promise<void> {
  const removed: string[] = []
  for (const id of ids) if (await feeds.remove(id)) removed.push(id)
  print(command, { removed }, () => [`${removed.length} of ${ids.length} feeds removed`])
  if (removed.length < ids.length) process.exitCode = 1
}
