import { execFile, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { completionScript } from '../../services/cli/completion-script.ts'
import { createProgram } from '../../services/cli/program.ts'
import { rafidIn } from '../support/run-rafid.ts'

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

const script = { bash: '', zsh: '', fish: '' }
for (const shell of ['bash', 'zsh', 'fish'] as const) script[shell] = completionScript(shell, createProgram())

/** What bash offers for a line whose last word is being typed. */
async function offered(dir: string, ...words: string[]): Promise<string[]> {
  const file = join(dir, 'completion.bash')
  writeFileSync(file, script.bash)
  const line = `source "$0"; COMP_WORDS=(rafid "$@"); COMP_CWORD=$#
    [[ "$(complete -p rafid)" == *"-F _rafid rafid" ]] || exit 1; _rafid; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', line, file, ...words])
  return stdout.split('\n').filter((word) => word !== '')
}

it('completes commands, choices and options in bash', { timeout }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'rafid-completion-'))
  try {
    expect(await offered(dir, 'que')).toEqual(['queues'])
    expect(await offered(dir, 'queues', '')).toEqual(['list', 'pause', 'resume', 'drain'])
    expect(await offered(dir, '--json', 'queues', 'pause', 'parse-')).toEqual(['parse-feed', 'parse-page'])
    expect(await offered(dir, 'queues', 'drain', '--')).toEqual(['--timeout', '--resume', '--json', '--help'])
    expect(await offered(dir, 'completion', 'f')).toEqual(['fish'])
    expect(await offered(dir, 'nothing-we-know', 'z')).toEqual([])
  } finally {
    await rm(dir, { recursive: true })
  }
})

it('prints the completions of each shell, with every command in it', { timeout }, async () => {
  expect((await rafidIn({})('completion', 'bash')).text).toBe(script.bash.trimEnd())
  const json = JSON.parse((await rafidIn({})('completion', 'fish', '--json')).text) as unknown
  expect(json).toEqual({ shell: 'fish', script: script.fish })
  for (const shell of Object.values(script)) {
    for (const group of createProgram().commands) {
      expect(shell).toContain(group.name())
      for (const command of group.commands) expect(shell).toContain(`'${group.name()} ${command.name()}'`)
    }
  }
  expect(script.zsh).toMatch(/^#compdef rafid\n/)
})

const answers = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

it('is read by every shell that is installed here, and fish offers the same', { timeout }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'rafid-completion-'))
  try {
    const installed = (['bash', 'zsh', 'fish'] as const).filter((shell) => answers(shell, '--version'))
    expect(installed).toContain('bash')
    for (const shell of installed) {
      writeFileSync(join(dir, shell), script[shell])
      expect(answers(shell, '-n', join(dir, shell)), shell).toBe(true)
    }
    if (!installed.includes('fish')) return
    const ask = `source "${join(dir, 'fish')}"; complete -C "rafid --json queues pause parse-"`
    const { stdout } = await promisify(execFile)('fish', ['--no-config', '-c', ask])
    expect(stdout.split('\n').map((line) => line.split('\t')[0])).toEqual(['parse-feed', 'parse-page', ''])
  } finally {
    await rm(dir, { recursive: true })
  }
})
