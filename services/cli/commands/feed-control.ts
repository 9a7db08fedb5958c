import { operateFeed, setFeedInterval } from '@rafid/catalog'
import type { Feeds } from '@rafid/catalog'
import type { FeedExplanation } from '@rafid/contracts'
import { PermanentError } from '@rafid/errors'
import { admitUrl } from '@rafid/urls'
import { Command } from 'commander'
import { durationInWords, parseDuration } from '../duration.ts'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'

const orders = {
  pause: 'poll feeds no more until they are resumed',
  unpause: 'undo a pause as if it had not been: feeds are due when they were',
  resume: 'poll feeds again that are paused, or that their publishers have ended',
  poll: 'poll feeds at once',
} as const

/** `rafid feeds explain`, `pause`, `unpause`, `resume`, `poll` and `interval`. */
export function feedControlCommands(): Command[] {
  const explain = new Command('explain')
    .description('tell when a feed is polled next and why, and how its last polls went')
    .argument('<id or URL>')
    .action((name: string, _options, command: Command) =>
      inHouse(async ({ feeds }) => {
        const explanation = await feeds.explain(await idOf(feeds, name))
        if (explanation !== null) print(command, explanation, () => linesOf(explanation))
      }),
    )
  const interval = new Command('interval')
    .description('poll a feed at an interval of its own, such as 15m or 6h; "auto" takes it away')
    .argument('<id or URL>')
    .argument('<interval>')
    .action((name: string, text: string, _options, command: Command) =>
      inHouse(async ({ feeds, home }) => {
        const intervalMs = text === 'auto' ? null : parseDuration(text)
        const id = await idOf(feeds, name)
        await setFeedInterval({ home, feeds }, { id, intervalMs, by: 'cli' })
        const said = intervalMs === null ? 'by the rule' : `every ${durationInWords(intervalMs)}`
        print(command, { id, intervalMs }, () => [`${id} is polled ${said}`])
      }),
    )
  return [explain, ...Object.keys(orders).map((order) => orderCommand(order as keyof typeof orders)), interval]
}

function orderCommand(order: keyof typeof orders): Command {
  return new Command(order)
    .description(orders[order])
    .argument('<id or URL...>')
    .action((names: string[], _options, command: Command) =>
      inHouse(async ({ feeds, home }) => {
        const ids: string[] = []
        for (const name of names) ids.push(await idOf(feeds, name))
        for (const id of ids) await operateFeed({ home, feeds }, { id, order, by: 'cli' })
        print(command, { order, ids }, () => [`${order}: ${ids.join(' ')}`])
      }),
    )
}

/** @throws PermanentError `feed.unknown` where there is no such feed */
async function idOf(feeds: Feeds, name: string): Promise<string> {
  const isId = /^f[0-9a-f]{16}$/.test(name)
  const id = isId ? ((await feeds.get(name))?.id ?? null) : await feeds.idOf(admitUrl(name).href)
  if (id === null) throw new PermanentError('feed.unknown', `there is no feed ${name}`)
  return id
}

function linesOf({ feed, next, rhythm, polls, ...rest }: FeedExplanation): string[] {
  const wishes = Object.entries(next?.wishes ?? {}).map(([rule, ms]) => `${rule} ${durationInWords(ms)}`)
  const facts: [string, string | null][] = [
    ['feed', `${feed.id} ${feed.title ?? ''}`.trimEnd()],
    ['address', feed.url],
    ['earlier', rest.oldUrls.join(' ') || null],
    [
      'moving to',
      rest.moving === null ? null : `${rest.moving.url} (${rest.moving.polls} polls since ${rest.moving.since})`,
    ],
    ['status', feed.status],
    ['next poll', next === null ? 'never' : `${next.at}, decided by ${next.rule}`],
    ['asked for', wishes.join(', ') || null],
    ['own interval', feed.ownIntervalMs === null ? null : durationInWords(feed.ownIntervalMs)],
    ['rhythm', rhythm === null ? null : `${rhythm.entriesPerDay.toFixed(1)} entries a day`],
    ['last new', rest.lastNewAt],
    ['silent since', feed.silentSince],
    ['failing since', rest.failingSince],
  ]
  const rows = polls.map((poll) => [
    poll.at,
    poll.outcome,
    String(poll.entriesNew),
    poll.errorCode ?? '',
    durationInWords(poll.waitMs),
    poll.rule,
  ])
  return [
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`${name.padEnd(14)}${value}`])),
    '',
    ...table([['poll', 'result', 'new', 'error', 'next after', 'because of'], ...rows]),
  ]
}
