import { HostStates } from '@rafid/catalog'
import { Command } from 'commander'
import { inHouse } from '../house.ts'
import { print, table } from '../print.ts'

const hostsShownMax = 100

/** `rafid hosts`: how politely each host is asked, and how that goes. */
export function hostsCommand(): Command {
  return new Command('hosts')
    .description('show the hosts that are asked: what limits them, what failed')
    .argument('[host]', 'only this one, by its name or its name and port')
    .action((host: string | undefined, _options, command: Command) =>
      inHouse(async ({ home }) => {
        const hosts = new HostStates(home)
        const states = host === undefined ? await hosts.list(hostsShownMax) : await hosts.find(host.toLowerCase())
        print(command, states, () =>
          table([
            ['host', 'limited', 'until', 'slowed', 'next request', 'requests', 'failed', 'last error'],
            ...states.map(({ host: name, limit, slowFactor, nextAt, requests, failures, errors }) => [
              name,
              limit?.of ?? '',
              limit?.until.toISOString() ?? '',
              slowFactor > 1 ? `x${slowFactor.toFixed(1)}` : '',
              nextAt.toISOString(),
              String(requests),
              String(failures),
              errors[0]?.code ?? '',
            ]),
          ]),
        )
      }),
    )
}
