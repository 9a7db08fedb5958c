import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian and most others put their Java runtimes. */
const runtimesDir = '/usr/lib/jvm'

/** The home of a Java that is new enough for the OpenSearch of our tests; null when this machine has none. */
export function findJava(versionMin: number, env: NodeJS.ProcessEnv): string | null {
  const homes = [
    env['JAVA_HOME'] ?? '',
    ...(existsSync(runtimesDir) ? readdirSync(runtimesDir).map((name) => join(runtimesDir, name)) : []),
  ]
  return homes.find((home) => home !== '' && versionOf(join(home, 'bin/java')) >= versionMin) ?? null
}

/** 0 where there is none that runs. */
function versionOf(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0)
}
