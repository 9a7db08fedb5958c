import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')

export type RunningNode = {
  readonly child: ChildProcess
  /** Everything written so far, a line each. */
  readonly lines: string[]
  /** The lines of standard output alone. */
  readonly output: string[]
  /** The lines of standard error alone. */
  readonly errors: string[]
  /** Resolves with the first line, past or future, that contains the text; rejects when the process ends without it. */
  line(text: string): Promise<string>
  readonly exited: Promise<number | null>
}

/** Runs a script of the checkout as a process of its own. */
export function runNode(script: string, args: readonly string[] = [], env: Record<string, string> = {}): RunningNode {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const waiting: { text: string; found(line: string): void }[] = []
  const output: string[] = []
  const errors: string[] = []
  for (const [input, own] of [
    [child.stdout, output],
    [child.stderr, errors],
  ] as const) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line)
      own.push(line)
      for (const { text, found } of waiting) if (line.includes(text)) found(line)
    })
  }
  const exited = once(child, 'close').then(() => child.exitCode)
  const line = (text: string): Promise<string> => {
    const past = lines.find((known) => known.includes(text))
    if (past !== undefined) return Promise.resolve(past)
    const seen = new Promise<string>((resolve) => waiting.push({ text, found: resolve }))
    const ended = exited.then((code): never => {
      throw new Error(`ended with ${code} before "${text}":\n${lines.join('\n')}`)
    })
    return Promise.race([seen, ended])
  }
  return { child, lines, output, errors, line, exited }
}
