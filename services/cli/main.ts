import { codeOf, ConfigError } from '@rafid/errors'
import { Command } from 'commander'
import { articlesCommand } from './commands/articles.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand, checkCommand, reindexCommand } from './commands/index-file.ts'
import { deadCommand } from './commands/dead.ts'
import { doctorCommand } from './commands/doctor.ts'
import { feedsCommand } from './commands/feeds.ts'
import { funnelCommand } from './commands/funnel.ts'
import { queuesCommand } from './commands/queues.ts'
import { scaleCommand } from './commands/scale.ts'
import { searchCommand } from './commands/search.ts'
import { searchesCommand } from './commands/searches.ts'
import { statusCommand } from './commands/status.ts'
import { storiesCommand } from './commands/stories.ts'
import { traceCommand } from './commands/trace.ts'
import { workersCommand } from './commands/workers.ts'

const exitConfig = 78

const program = new Command('rafid')
  .description('Speaks with a running Rafid: its feeds, its queues, its articles.')
  .option('--json', 'print JSON', false)
  .addCommand(feedsCommand())
  .addCommand(statusCommand())
  .addCommand(searchCommand())
  .addCommand(searchesCommand())
  .addCommand(articlesCommand())
  .addCommand(storiesCommand())
  .addCommand(deadCommand())
  .addCommand(queuesCommand())
  .addCommand(workersCommand())
  .addCommand(auditCommand())
  .addCommand(traceCommand())
  .addCommand(funnelCommand())
  .addCommand(doctorCommand())
  .addCommand(reindexCommand())
  .addCommand(backupCommand())
  .addCommand(checkCommand())
  .addCommand(scaleCommand())
  .showHelpAfterError()

try {
  await program.parseAsync()
} catch (error) {
  const lines = error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)]
  for (const line of lines) console.error(`rafid: ${line}`)
  if (codeOf(error) === 'bug' && error instanceof Error && process.env['RAFID_LOG_LEVEL'] === 'debug')
    console.error(error.stack)
  process.exitCode = error instanceof ConfigError ? exitConfig : 1
}
