import { describeSettings, loadSettings, settings } from '@rafid/config'
import type { DescribedSetting, SettingName } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import { Command } from 'commander'
import { running } from '../house.ts'
import { print, table } from '../print.ts'

type Row = Omit<DescribedSetting, 'from'> & { readonly from: DescribedSetting['from'] | 'npm start' }

/** `rafid config`: every setting as it stands for this command. */
export function configCommand(): Command {
  return new Command('config')
    .description('show every setting: its value, its default and where it is from; secrets are hidden')
    .action((_options, command: Command) => {
      const rows = withRunning(describeSettings(process.env))
      const problems = problemsOf(process.env)
      print(command, { settings: rows, problems }, () => [
        ...table([
          ['setting', 'value', 'default', 'from'],
          ...rows.map((row) => [row.env, row.value ?? '–', row.default ?? '–', row.from]),
        ]),
        ...problems,
      ])
      if (problems.length > 0) process.exitCode = 1
    })
}

/** Without an address of their own, commands take the Redis of what runs from the data folder. */
function withRunning(rows: readonly DescribedSetting[]): Row[] {
  const dataDir = rows.find(({ env }) => env === settings.dataDir.env)?.value
  const found = dataDir ? running(dataDir) : null
  return rows.map((row) => {
    const isFound = found !== null && row.env === settings.redisUrl.env && row.from === 'default'
    return isFound ? { ...row, value: found.redisUrl, from: 'npm start' } : row
  })
}

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadSettings(Object.keys(settings) as SettingName[], env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}
