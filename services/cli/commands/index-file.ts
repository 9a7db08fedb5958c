import { backupFile, checkFile, reindexFile } from '@rafid/search'
import { Command } from 'commander'
import { loadSettings } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import { indexPath } from '../index-path.ts'
import { print } from '../print.ts'
import { Progress } from '../progress.ts'

/** `rafid reindex`: makes the text tables anew, while the house runs. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('make the text of every article searchable anew; others read and write meanwhile')
    .action(async (_options, command: Command) => {
      const progress = new Progress('articles')
      const articles = await reindexFile(ownFile(), (done, all) => progress.tell(done, all))
      progress.end()
      print(command, { articles }, () => [`${articles} articles are searchable anew`])
    })
}

/** `rafid backup`: a copy of the index as of this moment. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the index, as of this moment, into a file; others read and write meanwhile')
    .argument('<file>', 'a file that is not there yet')
    .action((file: string, _options, command: Command) => {
      backupFile(ownFile(), file)
      print(command, { file }, () => [`the index was copied to ${file}`])
    })
}

/** `rafid check`: whether the index file is sound. */
export function checkCommand(): Command {
  return new Command('check')
    .description('check that the index is sound and every article can be found')
    .action((_options, command: Command) => {
      const faults = checkFile(ownFile())
      const remedy = 'Take it from a backup, or run rafid reindex where only texts are amiss.'
      print(command, { sound: faults.length === 0, faults }, () =>
        faults.length === 0 ? ['the index is sound'] : [...faults, remedy],
      )
      if (faults.length > 0) process.exitCode = 1
    })
}

/** A cluster has means of its own for all of this. */
function ownFile(): string {
  const { searchUrl } = loadSettings(['searchUrl'], process.env)
  if (searchUrl === undefined) return indexPath()
  throw new ConfigError([
    'RAFID_SEARCH_URL is set, so the index is a cluster: use its snapshots and its health, not this.',
  ])
}
