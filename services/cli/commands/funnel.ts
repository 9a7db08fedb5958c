import { funnelScope } from '@rafid/catalog'
import type { FunnelScope } from '@rafid/catalog'
import { dayOf } from '@rafid/operations'
import type { Funnel, FunnelRest } from '@rafid/operations'
import { Command, InvalidArgumentError } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'

/** `rafid funnel`: what became of the entries of a day, and where the rest went. */
export function funnelCommand(): Command {
  return new Command('funnel')
    .description('show what became of the entries of a day, step by step, and where the rest went')
    .option('--day <YYYY-MM-DD>', 'a day in UTC (default: today)', dayGiven)
    .option('--feed <id or URL>', 'only the entries of this feed')
    .option('--host <host>', 'only the entries of this host')
    .action((given: Partial<FunnelScope>, command: Command) =>
      inHouse(async ({ trace, feeds }) => {
        const scope = await funnelScope(given, feeds, new Date())
        const funnel = await trace.funnel(scope)
        print(command, { ...scope, ...funnel }, () => linesOf(scope, funnel))
      }),
    )
}

function dayGiven(text: string): string {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms) || dayOf(ms) !== text) throw new InvalidArgumentError('A day is written as 2026-01-31.')
  return text
}

function linesOf({ day, feed, host }: FunnelScope, { steps, items, edited }: Funnel): string[] {
  const rows = steps.flatMap(({ name, count, rest }) => [
    [name, String(count), ''],
    ...rest.map((one) => ['', '', `${one.count} ${wordsOf(one)}`]),
  ])
  const kinds = Object.entries(items).map(([kind, count]) => `${count} ${kind}`)
  return [
    [day, feed, host].filter((part) => part !== undefined).join(' '),
    ...table([['step', 'number', 'where the rest is'], ...rows]),
    '',
    `items: ${kinds.join(', ')}; ${edited} of them edited`,
  ]
}

function wordsOf({ why, stage, relation, reason }: FunnelRest): string {
  return [why, stage, relation, reason].filter((part) => part !== null).join(' ')
}
