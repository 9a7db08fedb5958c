import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { loadSettings } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import { Command } from 'commander'
import { running } from '../house.ts'
import { print, table } from '../print.ts'

/** `rafid scale parser=2`: more or fewer processes of a running `npm start`. */
export function scaleCommand(): Command {
  return new Command('scale')
    .description('start or stop processes of a running "npm start", such as parser=2,fetcher=0')
    .argument('<service=count,…>')
    .action(async (wanted: string, _options, command: Command) => {
      const { dataDir } = loadSettings(['dataDir'], process.env)
      const control = running(dataDir)?.control
      if (control === undefined)
        throw new ConfigError(['No "npm start" runs from this folder: start one, or set RAFID_DATA_DIR.'])
      const status = await tell(control, `scale ${wanted}`)
      print(command, status, () =>
        table(
          Object.entries(status).map(([service, members]) => [
            service,
            String(members.length),
            members.map(({ pid }) => pid).join(' '),
          ]),
        ),
      )
    })
}

type Status = Record<string, { pid: number }[]>

async function tell(control: string, line: string): Promise<Status> {
  const socket = createConnection(control)
  socket.end(`${line}\n`)
  const reply = await text(socket).catch(() => {
    throw new ConfigError(['The running Rafid does not answer: it may just have stopped.'])
  })
  const { result, error } = JSON.parse(reply) as { result?: Status; error?: string }
  if (result === undefined) throw new ConfigError([error ?? 'The running Rafid did not understand.'])
  return result
}
