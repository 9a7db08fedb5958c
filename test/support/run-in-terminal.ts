import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export type TerminalRun = {
  /** Everything that was written to the terminal. */
  readonly screen: string
  readonly code: number | null
}

/**
 * Runs a command line in a terminal of its own, as wide as usual.
 *
 * @param keys pressed once the screen shows the text
 */
export async function runInTerminal(
  args: readonly string[],
  env: Record<string, string>,
  keys?: { readonly when: string; readonly press: string },
): Promise<TerminalRun> {
  const line = [process.execPath, '--disable-warning=ExperimentalWarning', 'services/cli/main.ts', ...args]
  const command = `stty cols 160 rows 60; exec ${line.map((word) => `'${word}'`).join(' ')}`
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', command, '/dev/null'], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  let screen = ''
  let isPressed = false
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    screen += part
    if (keys === undefined || isPressed || !screen.includes(keys.when)) return
    isPressed = true
    child.stdin.write(keys.press)
  })
  await once(child, 'close')
  return { screen, code: child.exitCode }
}
