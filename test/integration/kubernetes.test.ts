import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, inject, it } from 'vitest'
import { renderKustomization } from '../infra/render-kustomization.ts'
import { workloadsOf } from '../infra/workload.ts'
import { runNode } from '../support/run-node.ts'
import type { RunningNode } from '../support/run-node.ts'
import { until } from '../support/until.ts'

const fleet = renderKustomization(join(import.meta.dirname, '../../infra/kubernetes/overlays/fleet'))
const token = 'a-secret-of-thirty-characters-'
const headers = { authorization: `Bearer ${token}` }

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

/** Starts what a pod would start, but on loopback. */
async function startPod(service: string): Promise<{ process: RunningNode; url: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'rafid-pod-'))
  stops.push(() => rm(dir, { recursive: true, force: true }))
  const { container } = workloadsOf(fleet).find(({ name }) => name === service) ?? {}
  const process = runNode(container?.args[0] ?? '', [], {
    REDIS_URL: inject('redisUrl'),
    RAFID_PREFIX: `t${randomUUID().slice(0, 8)}`,
    RAFID_DATA_DIR: dir,
    RAFID_PORT: '0',
    RAFID_TOKEN: token,
  })
  stops.push(() => process.exited)
  stops.push(async () => process.child.kill('SIGTERM'))
  const { url } = JSON.parse(await process.line('"ready"')) as { url: string }
  return { process, url }
}

it.each(workloadsOf(fleet).filter(({ name }) => name !== 'redis'))('$name answers its probes', async (workload) => {
  const { url } = await startPod(workload.name)
  const { startupProbe, livenessProbe, readinessProbe } = workload.container
  for (const probe of [startupProbe, livenessProbe, readinessProbe]) {
    const path = probe?.httpGet?.path ?? 'none'
    expect((await fetch(new URL(path, url))).status, path).toBe(200)
  }
})

it('the autoscaler finds a number where it looks, with the token alone', async () => {
  const { url } = await startPod('gateway')
  const triggers = fleet
    .filter(({ kind }) => kind === 'ScaledObject')
    .flatMap(({ spec }) => (spec as { triggers: { metadata: Record<string, string> }[] }).triggers)
  for (const { metadata } of triggers) {
    const { pathname } = new URL(metadata['url'] ?? '')
    expect((await fetch(`${url}${pathname}`)).status).toBe(401)
    const [, list = '', stage, field = ''] =
      /^(\w+)\.#\(stage=="([\w-]+)"\)\.(\w+)$/.exec(metadata['valueLocation'] ?? '') ?? []
    const valueOf = async (): Promise<unknown> => {
      const answer = (await (await fetch(`${url}${pathname}`, { headers })).json()) as Record<
        string,
        Record<string, unknown>[]
      >
      return answer[list]?.find((entry) => entry['stage'] === stage)?.[field]
    }
    await until(async () => typeof (await valueOf()) === 'number', 100)
  }
})
