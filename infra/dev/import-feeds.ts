import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ConfigError } from '@rafid/errors'

/**
 * Adds the feeds of a list before the first poll.
 *
 * @param source an OPML file, a list of addresses, or the URL of either
 * @throws ConfigError when the list cannot be read; the command has said why
 */
export async function importFeeds(root: string, source: string, env: NodeJS.ProcessEnv): Promise<void> {
  const cli = join(root, 'services/cli/main.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'feeds', 'import', source], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new ConfigError([`The feeds of ${source} could not be added.`])
}
