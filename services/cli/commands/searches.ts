import { saveSearch } from '@rafid/catalog'
import { PermanentError } from '@rafid/errors'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import type { House } from '../house.ts'
import { print, table } from '../print.ts'

const matchesShown = 20

/** `rafid searches …` */
export function searchesCommand(): Command {
  const group = new Command('searches').description('save, list and remove searches that are followed')
  group.addCommand(addCommand())
  group
    .command('list')
    .description('show the saved searches')
    .action((_options, command: Command) => inHouse((house) => showAll(house, command)))
  group
    .command('matches')
    .description('show the newest articles that answered a saved search')
    .argument('<id>')
    .action((id: string, _options, command: Command) => inHouse((house) => showMatches(house, id, command)))
  group
    .command('remove')
    .description('remove saved searches by their ids')
    .argument('<id...>')
    .action((ids: string[], _options, command: Command) => inHouse((house) => removeAll(house, ids, command)))
  return group
}

function addCommand(): Command {
  return new Command('add')
    .description('save a search; new articles that answer it are told from now on')
    .argument('<query...>', 'as in the search box, quoted where the shell has its own ideas')
    .option('--name <name>', 'what it is called', '')
    .option('--webhook <url>', 'an address that each match is posted to as JSON')
    .action((given: string[], { name, webhook }: { name: string; webhook?: string }, command: Command) =>
      inHouse(async ({ searches }) => {
        const wanted = { query: given.join(' '), name, webhook: webhook ?? null }
        const { search, added } = await saveSearch(searches, wanted, new Date())
        print(command, { search, added }, () => [
          `${search.id} ${added ? 'saved' : 'was there already'}: ${search.query}`,
        ])
      }),
    )
}

async function showAll({ searches }: House, command: Command): Promise<void> {
  const all = await searches.list()
  print(command, all, () =>
    all.length === 0
      ? ['no search is saved']
      : table([
          ['id', 'saved', 'webhook', 'query', 'name'],
          ...all.map(({ id, createdAt, webhook, query, name }) => [id, createdAt, webhook ?? '–', query, name]),
        ]),
  )
}

async function showMatches({ searches, matches }: House, id: string, command: Command): Promise<void> {
  if ((await searches.get(id)) === null) throw new PermanentError('search.unknown', `there is no saved search ${id}`)
  const found = await matches.newest(id, matchesShown)
  print(command, found, () =>
    found.length === 0
      ? ['nothing new has answered it yet']
      : found.flatMap(({ title, source, matchedAt, url }) => [title, `  ${source} · ${matchedAt}`, `  ${url}`]),
  )
}

async function removeAll({ searches }: House, ids: readonly string[], command: Command): Promise<void> {
  const removed: string[] = []
  for (const id of ids) if (await searches.remove(id)) removed.push(id)
  print(command, { removed }, () => [`${removed.length} of ${ids.length} searches removed`])
  if (removed.length < ids.length) process.exitCode = 1
}
