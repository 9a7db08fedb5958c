import { connect } from 'node:net'
import { lacksToken, loadSettings, settings } from '@rafid/config'
import type { SettingName } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import type { Finding } from './finding.ts'

const proxyWithinMs = 3_000

/** Whether the settings of this environment can work. */
export async function examineSettings(env: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  try {
    const { host, token, proxy } = loadSettings(Object.keys(settings) as SettingName[], env)
    return [...openHost(host, token), ...(proxy === undefined ? [] : await deadProxy(proxy))]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const fix = 'set it as the README says, or leave it out'
    return error.problems.map((problem) => ({ code: 'settings.wrong', is: problem, fix }))
  }
}

function openHost(host: string, token: string | undefined): Finding[] {
  if (!lacksToken({ host, token })) return []
  return [
    {
      code: 'settings.no_token',
      is: `RAFID_HOST=${host} lets other machines in and there is no RAFID_TOKEN: no service starts`,
      fix: 'set RAFID_TOKEN to a secret, such as one of "openssl rand -hex 24"',
    },
  ]
}

async function deadProxy(proxy: string): Promise<Finding[]> {
  const { hostname, port, protocol } = new URL(proxy)
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
      timeout: proxyWithinMs,
    })
    const end = (result: boolean) => (): void => {
      socket.destroy()
      resolve(result)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
  if (answers) return []
  return [
    {
      code: 'proxy.unreachable',
      is: `the proxy ${proxy.replace(/\/\/[^@/]*@/, '//')} does not answer: nothing can be fetched`,
      fix: 'start it, or set RAFID_HTTP_PROXY to one that runs',
    },
  ]
}
