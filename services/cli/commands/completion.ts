import { Argument, Command } from 'commander'
import { completionScript, shells } from '../completion-script.ts'
import type { Shell } from '../completion-script.ts'
import { print } from '../print.ts'

/**
 * `rafid completion`: what a shell reads so that the tabulator key knows the commands.
 *
 * @param program asked when the command runs, because it is a part of that program
 */
export function completionCommand(program: () => Command): Command {
  return new Command('completion')
    .description('print what makes a shell complete the commands: source <(rafid completion bash)')
    .addArgument(new Argument('<shell>').choices(shells))
    .action((shell: Shell, _options, command: Command) => {
      const script = completionScript(shell, program())
      print(command, { shell, script }, () => [script.trimEnd()])
    })
}
