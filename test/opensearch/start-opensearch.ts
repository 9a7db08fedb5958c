import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../infra/dev/free-ports.ts'
import { findJava } from './find-java.ts'

/** OpenSearch 3 asks for it. */
const javaMin = 21

/** Both nodes live in one virtual machine. */
const heapMb = 1024

/** A cluster that is not green by then will not be. */
const startMaxMs = 180_000
const lookMs = 250

export type OpenSearchCluster = {
  /** Of its first node. */
  readonly url: string
  /** Stops it and deletes its data. */
  stop(): Promise<void>
}

/**
 * Starts a cluster of two nodes on free ports of loopback, fetched from Maven Central when it is not here yet.
 *
 * @param cacheDir keeps what Maven resolved
 * @throws Error that says what this machine lacks
 */
export async function startOpenSearch(cacheDir: string, env: NodeJS.ProcessEnv): Promise<OpenSearchCluster> {
  const home = findJava(javaMin, env)
  if (home === null) {
    throw new Error(`no Java of version ${javaMin} or newer was found: install one, or set JAVA_HOME to it`)
  }
  const classPath = fetchJars(cacheDir, env)
  const dir = await mkdtemp(join(tmpdir(), 'rafid-opensearch-'))
  const ports = [await freePort(), await freePort(), await freePort(), await freePort()]
  const log = join(dir, 'out.log')
  const output = openSync(log, 'a')
  const options = [`-Xms${heapMb}m`, `-Xmx${heapMb}m`, '--add-modules', 'jdk.incubator.vector', '-cp', classPath]
  const program = join(import.meta.dirname, 'TwoNodes.java')
  const child = spawn(join(home, 'bin/java'), [...options, program, join(dir, 'nodes'), ...ports.map(String)], {
    cwd: dir,
    stdio: ['pipe', output, output],
  })
  const url = `http://127.0.0.1:${ports[0]}`
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.stdin?.end()
      await once(child, 'exit')
    }
    await rm(dir, { recursive: true, force: true })
  }
  try {
    await green(url, () => child.exitCode === null && child.signalCode === null)
  } catch (error) {
    const said = readFileSync(log, 'utf8').split('\n').slice(-20).join('\n')
    await stop()
    throw new Error(`OpenSearch did not start: ${String(error)}\n${said}`, { cause: error })
  }
  return { url, stop }
}

/** The jars as a class path, resolved once. */
function fetchJars(cacheDir: string, env: NodeJS.ProcessEnv): string {
  const pom = join(import.meta.dirname, 'pom.xml')
  const list = join(cacheDir, 'class-path.txt')
  const resolvedFrom = join(cacheDir, 'resolved-from.xml')
  mkdirSync(cacheDir, { recursive: true })
  const isResolved =
    existsSync(list) &&
    existsSync(resolvedFrom) &&
    readFileSync(resolvedFrom, 'utf8') === readFileSync(pom, 'utf8') &&
    readFileSync(list, 'utf8')
      .split(':')
      .every((jar) => existsSync(jar))
  if (!isResolved) resolve(pom, list, env)
  return readFileSync(list, 'utf8')
}

function resolve(pom: string, list: string, env: NodeJS.ProcessEnv): void {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath'
  const { status, error, stdout } = spawnSync('mvn', ['-q', '-B', '-f', pom, goal, `-Dmdep.outputFile=${list}`], {
    encoding: 'utf8',
    env,
  })
  if (error !== undefined) throw new Error('Maven was not found: install it (Debian: maven)', { cause: error })
  if (status !== 0) throw new Error(`Maven could not fetch OpenSearch:\n${stdout.trim()}`)
  copyFileSync(pom, join(list, '../resolved-from.xml'))
}

async function green(url: string, isAlive: () => boolean): Promise<void> {
  const deadline = Date.now() + startMaxMs
  const wanted = `${url}/_cluster/health?wait_for_status=green&wait_for_nodes=2&timeout=5s`
  while (isAlive() && Date.now() < deadline) {
    const answer = await fetch(wanted).catch(() => null)
    if (answer?.ok === true) return
    await pause(lookMs)
  }
  throw new Error(isAlive() ? `not green after ${startMaxMs} ms` : 'it ended at its start')
}
