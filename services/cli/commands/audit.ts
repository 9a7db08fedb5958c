import { AuditLog } from '@rafid/pipeline'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'

const entriesShownMax = 200

/** `rafid audit`: what operators had done. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('show what operators had done, newest first')
    .action((_options, command: Command) =>
      inHouse(async ({ home }) => {
        const entries = await new AuditLog(home).list(entriesShownMax)
        print(command, entries, () =>
          table([
            ['when', 'by', 'action', 'number', 'about'],
            ...entries.map(({ at, by, action, about, count }) => [at.toISOString(), by, action, String(count), about]),
          ]),
        )
      }),
    )
}
