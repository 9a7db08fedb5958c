import type { TracedItem } from '@rafid/catalog'
import { formatItemState } from '@rafid/operations'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'

/** `rafid trace`: the way of an article from its feed to the index. */
export function traceCommand(): Command {
  return new Command('trace')
    .description('show the way of an article: each stage, when, how long, what came of it, and who did it')
    .argument('<URL or id>')
    .action((asked: string, _options, command: Command) =>
      inHouse(async ({ trace }) => {
        const items = await trace.find(asked)
        print(command, { items }, () => (items.length === 0 ? [nothing] : items.flatMap(linesOf)))
      }),
    )
}

const nothing = 'There is no trace of it: no feed has brought it within the days that are kept (RAFID_TRACE_DAYS).'

function linesOf({ id, url, feedId, startedAt, state, articleId, events, eventsLost }: TracedItem): string[] {
  const headings = ['stage', 'after', 'waited', 'took', 'outcome', 'attempt', 'worker']
  const rows = events.map(({ stage, atMs, waitedMs, tookMs, outcome, code, attempt, times, worker }) => {
    const said = [outcome, code === null ? '' : `(${code})`, times > 1 ? `× ${times}` : ''].filter(
      (part) => part !== '',
    )
    const after = `${atMs - startedAt.getTime()} ms`
    const waited = waitedMs === null ? '' : `${waitedMs} ms`
    return [stage, after, waited, `${tookMs} ms`, said.join(' '), String(attempt), worker ?? '']
  })
  return [
    url,
    `${state === null ? 'unknown' : formatItemState(state)}, poll began ${startedAt.toISOString()}`,
    `item ${id}, feed ${feedId ?? 'none'}, article ${articleId ?? 'none'}`,
    ...table([headings, ...rows]),
    ...(eventsLost > 0 ? [`${eventsLost} events are not kept`] : []),
    '',
  ]
}
