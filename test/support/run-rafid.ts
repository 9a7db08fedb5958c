import { runNode } from './run-node.ts'

/** What a command has written, its answer apart from what it told on the way, and its exit code. */
export type Answer = { readonly code: number | null; readonly text: string; readonly errors: string }

/** A command line that speaks with the installation of an environment. */
export function rafidIn(env: Record<string, string>): (...args: string[]) => Promise<Answer> {
  return async (...args) => {
    const run = runNode('services/cli/main.ts', args, env)
    const code = await run.exited
    return { code, text: run.output.join('\n'), errors: run.errors.join('\n') }
  }
}
