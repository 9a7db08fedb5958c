// Sets up the checkout and then runs a script of it under the Node it brings along:
//   node infra/dev/setup.mjs [--browser] [-- SCRIPT ARGUMENTS…]
// Plain JavaScript for Node 20: on a bare machine this runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './find-chromium.mjs'
import { findRedis } from './find-redis.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const node = join(root, 'node_modules/node/bin/node')
const stampFile = join(root, '.rafid/installed')
const pnpm = 'pnpm@12.21.0'

await main(process.argv.slice(2)).catch((error) => {
  console.error(`rafid: ${error.message}`)
  process.exitCode = 1
})

async function main(args) {
  const divide = args.indexOf('--')
  const script = divide === -1 ? [] : args.slice(divide + 1)
  const steps = [
    { name: 'packages from the npm registry', current: isInstalled, run: install },
    { name: 'Redis', current: () => Boolean(process.env.REDIS_URL), run: (tell) => findRedis(tools('redis'), tell) },
  ]
  if (args[0] === '--browser') {
    steps.push({ name: 'Chromium', current: () => false, run: (tell) => findChromium(tools('chromium'), tell) })
  }
  for (const [index, step] of steps.entries()) {
    const tell = (message) => console.error(`set-up ${index + 1}/${steps.length}: ${step.name}: ${message}`)
    if (!step.current()) await step.run(tell)
  }
  if (script.length > 0) process.exitCode = await runUnderNode(script)
}

function tools(name) {
  return join(root, '.rafid', name)
}

/** The packages are those of the lock file, and the runtime is there. */
function isInstalled() {
  return existsSync(node) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()
}

async function install(tell) {
  const started = Date.now()
  tell('installing (about half a minute)')
  const code = await run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    stdio: ['ignore', 2, 2],
  })
  if (code !== 0 || !existsSync(node))
    throw new Error(`installing the packages failed (exit ${code}); the lines above say why`)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp())
  tell(`installed in ${Math.round((Date.now() - started) / 1000)} s`)
}

/** Changes when an install would change something. */
function stamp() {
  const hash = createHash('sha256').update(pnpm)
  const manifests = ['packages', 'services', 'infra'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')),
  )
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'test/package.json', ...manifests]) {
    const path = join(root, name)
    if (existsSync(path)) hash.update(name).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** Runs a script and hands signals on to it; resolves with its exit code. */
async function runUnderNode([script, ...args]) {
  const path = `${dirname(node)}${delimiter}${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`
  return run(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  })
}

async function run(command, args, options) {
  const child = spawn(command, args, { cwd: root, ...options })
  // The child decides what a signal means; a terminal sends Ctrl-C to it as well.
  const forward = (signal) => void (signal === 'SIGTERM' && child.kill(signal))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward)
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (exit, signal) => resolve(exit ?? (signal === 'SIGINT' ? 130 : 143)))
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, forward)
  return code
}
