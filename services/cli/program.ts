import { Command } from 'commander'
import { articlesCommand } from './commands/articles.ts'
import { auditCommand } from './commands/audit.ts'
import { completionCommand } from './commands/completion.ts'
import { configCommand } from './commands/config.ts'
import { deadCommand } from './commands/dead.ts'
import { doctorCommand } from './commands/doctor.ts'
import { feedsCommand } from './commands/feeds.ts'
import { funnelCommand } from './commands/funnel.ts'
import { hostsCommand } from './commands/hosts.ts'
import { backupCommand, checkCommand, reindexCommand } from './commands/index-file.ts'
import { queuesCommand } from './commands/queues.ts'
import { scaleCommand } from './commands/scale.ts'
import { searchCommand } from './commands/search.ts'
import { searchesCommand } from './commands/searches.ts'
import { statusCommand } from './commands/status.ts'
import { storiesCommand } from './commands/stories.ts'
import { topCommand } from './commands/top.ts'
import { traceCommand } from './commands/trace.ts'
import { upCommand } from './commands/up.ts'
import { workersCommand } from './commands/workers.ts'

const exitCodes = `
Exit codes: 0 done; 1 not done, or something is amiss; 64 the command was not understood;
78 nothing can be done here: a setting is wrong, Redis does not answer, there is no index.`

/** The whole command line, a tree of commands. */
export function createProgram(): Command {
  const program = new Command('rafid')
    .description('Speaks with a running Rafid: its feeds, its queues, its articles.')
    .addCommand(upCommand())
    .addCommand(statusCommand())
    .addCommand(topCommand())
    .addCommand(feedsCommand())
    .addCommand(queuesCommand())
    .addCommand(workersCommand())
    .addCommand(hostsCommand())
    .addCommand(deadCommand())
    .addCommand(articlesCommand())
    .addCommand(storiesCommand())
    .addCommand(searchCommand())
    .addCommand(searchesCommand())
    .addCommand(traceCommand())
    .addCommand(funnelCommand())
    .addCommand(doctorCommand())
    .addCommand(configCommand())
    .addCommand(auditCommand())
    .addCommand(reindexCommand())
    .addCommand(backupCommand())
    .addCommand(checkCommand())
    .addCommand(scaleCommand())
  program.addCommand(completionCommand(() => program))
  program.addHelpText('after', exitCodes)
  settle(program, 'rafid')
  return program
}

/** What holds for every command: `--json` before or after its name, and errors that are thrown and say where help is. */
function settle(command: Command, path: string): void {
  command.option('--json', 'print JSON').exitOverride().showHelpAfterError(`("${path} --help" says more)`)
  for (const child of command.commands) settle(child, `${path} ${child.name()}`)
}
