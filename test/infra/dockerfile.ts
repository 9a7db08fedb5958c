import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, matchesGlob } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** One stage of a Dockerfile: what follows a FROM, with continued lines joined. */
export type Stage = readonly { readonly name: string; readonly rest: string }[]

/** The stages of our Dockerfile. */
export async function readDockerfile(): Promise<Stage[]> {
  const text = await readFile(join(root, 'infra/docker/Dockerfile'), 'utf8')
  const instructions = text
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name, rest] = /^([A-Z]+) +(.+)$/.exec(line) ?? []
      return name === undefined || rest === undefined ? [] : [{ name, rest }]
    })
  const starts = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []))
  return starts.map((start, index) => instructions.slice(start + 1, starts[index + 1]))
}

/** What the last instruction of that name says. */
export function lastOf(stage: Stage, name: string): string | undefined {
  return stage.findLast((instruction) => instruction.name === name)?.rest
}

/**
 * Copies from the checkout what a stage does, without what `.dockerignore` names.
 *
 * @param image a folder that stands for the image's root
 */
export async function copyInto(stage: Stage, image: string): Promise<void> {
  const workdir = lastOf(stage, 'WORKDIR') ?? '/'
  const isIgnored = await readIgnored()
  for (const { rest } of stage.filter(({ name, rest: words }) => name === 'COPY' && !words.startsWith('--'))) {
    const words = rest.split(/ +/)
    const target = words.at(-1) ?? ''
    const base = join(image, isAbsolute(target) ? '/' : workdir, target)
    for (const source of words.slice(0, -1)) {
      const to = target.endsWith('/') ? join(base, source) : base
      await mkdir(dirname(to), { recursive: true })
      await cp(join(root, source), to, { recursive: true, filter: (path) => !isIgnored(path.slice(root.length + 1)) })
    }
  }
}

async function readIgnored(): Promise<(path: string) => boolean> {
  const lines = (await readFile(join(root, '.dockerignore'), 'utf8')).split('\n').filter((line) => line !== '')
  // The last line that fits decides; a folder takes along what is in it.
  return (path) => {
    const fitting = lines.findLast((line) => {
      const pattern = line.replace(/^!/, '')
      return matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/**`)
    })
    return fitting !== undefined && !fitting.startsWith('!')
  }
}

/**
 * Runs what a stage runs, in its working directory within a folder that stands for the image's root.
 *
 * @throws Error when a command fails
 */
export async function runWithin(stage: Stage, image: string): Promise<void> {
  const cwd = join(image, lastOf(stage, 'WORKDIR') ?? '/')
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` }
  for (const { rest } of stage.filter(({ name }) => name === 'RUN')) {
    const child = spawn('sh', ['-c', rest], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    await once(child, 'close')
    if (child.exitCode !== 0) throw new Error(`${rest} ended with ${child.exitCode}:\n${output}`)
  }
}
