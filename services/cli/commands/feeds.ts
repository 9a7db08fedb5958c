import { importFeeds, RemovedFeeds, removeFeed, restoreFeed } from '@rafid/catalog'
import type { Feeds } from '@rafid/catalog'
import { formatOpml } from '@rafid/feeds'
import { userAgentOf } from '@rafid/http'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import type { House } from '../house.ts'
import { print, table } from '../print.ts'
import { Progress } from '../progress.ts'
import { readFeedList } from '../read-feed-list.ts'
import { addCommand } from './add-feeds.ts'
import { feedControlCommands } from './feed-control.ts'

/** Feeds that `list` and `export` look at. */
const feedsMax = 100_000

/** Problems shown one by one; a list can have thousands. */
const problemsShown = 20

/** Removed feeds that `restore` names. */
const removedShown = 100

/** `rafid feeds …` */
export function feedsCommand(): Command {
  const group = new Command('feeds').description('add, import, list, explain, pause, poll, export and remove feeds')
  group.addCommand(addCommand())
  group
    .command('import')
    .description('add the feeds of an OPML file or of a list of addresses; - reads standard input')
    .argument('<file or URL>')
    .action((source: string, _options, command: Command) => inHouse((house) => importAll(house, source, command)))
  group
    .command('list')
    .description('show the feeds')
    .action((_options, command: Command) => inHouse((house) => showAll(house.feeds, command)))
  group
    .command('export')
    .description('print the feeds as OPML; with --json as a list')
    .action((_options, command: Command) => inHouse((house) => exportAll(house.feeds, command)))
  group
    .command('remove')
    .description('remove feeds by their ids; their articles stay, and restore brings them back for a week')
    .argument('<id...>')
    .action((ids: string[], _options, command: Command) => inHouse((house) => removeAll(house, ids, command)))
  group
    .command('restore')
    .description('bring removed feeds back as they were; without ids, list those that can be')
    .argument('[id...]')
    .action((ids: string[], _options, command: Command) =>
      inHouse((house) => (ids.length === 0 ? showRemoved(house, command) : restoreAll(house, ids, command))),
    )
  for (const command of feedControlCommands()) group.addCommand(command)
  return group
}

async function importAll(house: House, source: string, command: Command): Promise<void> {
  const { proxy = null } = house.settings
  const list = await readFeedList(source, { proxy, userAgent: userAgentOf(house.settings) })
  const progress = new Progress('feeds')
  const onProgress = (done: number, all: number): void => progress.tell(done, all)
  const result = await importFeeds(house, list, { by: 'cli', onProgress })
  progress.end()
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

async function exportAll(feeds: Feeds, command: Command): Promise<void> {
  const all = await feeds.list(feedsMax)
  const listed = all.map(({ url, title, siteUrl }) => ({ url, title, siteUrl, category: null }))
  print(command, listed, () => [formatOpml('Rafid', listed)])
}

async function removeAll({ home }: House, ids: readonly string[], command: Command): Promise<void> {
  const removed: string[] = []
  for (const id of ids) if (await removeFeed(home, { id, by: 'cli' })) removed.push(id)
  print(command, { removed }, () => [
    `${removed.length} of ${ids.length} feeds removed`,
    ...(removed.length === 0 ? [] : [`  to undo it within a week: rafid feeds restore ${removed.join(' ')}`]),
  ])
  if (removed.length < ids.length) process.exitCode = 1
}

async function showRemoved({ home }: House, command: Command): Promise<void> {
  const removed = await new RemovedFeeds(home).list(removedShown)
  print(command, removed, () =>
    table([['id', 'removed', 'address'], ...removed.map(({ id, removedAt, url }) => [id, removedAt, url])]),
  )
}

async function restoreAll({ home }: House, ids: readonly string[], command: Command): Promise<void> {
  const said = { restored: 'is back as it was', known: 'has been added again since', unknown: 'is not there any more' }
  const outcomes: { id: string; outcome: keyof typeof said }[] = []
  for (const id of ids) outcomes.push({ id, outcome: await restoreFeed(home, { id, by: 'cli' }) })
  print(command, outcomes, () => outcomes.map(({ id, outcome }) => `${id} ${said[outcome]}`))
  if (outcomes.some(({ outcome }) => outcome !== 'restored')) process.exitCode = 1
}
