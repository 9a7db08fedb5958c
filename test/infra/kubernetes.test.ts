import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadSettings, settings } from '@rafid/config'
import type { SettingName } from '@rafid/config'
import { describe, expect, it } from 'vitest'
import { stopGraceMs } from '../../packages/service/run-service.ts'
import manifestOfHouse from '../../package.json' with { type: 'json' }
import { renderKustomization } from './render-kustomization.ts'
import { serviceStages } from './service-stages.ts'
import { workloadsOf } from './workload.ts'
import type { Workload } from './workload.ts'

const root = join(import.meta.dirname, '../..')
const services = readdirSync(join(root, 'services')).filter((name) => name !== 'cli')
const token = 'a-secret-of-thirty-characters-'

describe.each(['small', 'fleet'])('the overlay %s', (overlay) => {
  const objects = renderKustomization(join(root, 'infra/kubernetes/overlays', overlay))
  const workloads = new Map(workloadsOf(objects).map((workload) => [workload.name, workload]))
  const named = (kind: string): string[] =>
    objects.filter((object) => object.kind === kind).map((object) => object.metadata.name)
  const literals = objects.find((object) => object.kind === 'ConfigMap')?.['data'] as Record<string, string>
  const workload = (name: string): Workload => {
    const found = workloads.get(name)
    if (found === undefined) throw new Error(`nothing runs ${name}`)
    return found
  }

  it('runs every service and Redis, and nothing else', () => {
    expect([...workloads.keys()].toSorted()).toEqual([...services, 'redis'].toSorted())
    for (const name of services) expect(workload(name).container.args).toEqual([`services/${name}/main.ts`])
    expect(workload('indexer').kind, 'an index in a file has one writer').toBe('StatefulSet')
  })

  it.each(services)('%s runs the image of this release', (name) => {
    expect(workload(name).container.image).toBe(`rafid:${manifestOfHouse.version}`)
  })

  it.each([...services, 'redis'])('%s may do nothing but its work', (name) => {
    const { pod, container } = workload(name)
    expect(pod.automountServiceAccountToken).toBe(false)
    expect(pod.enableServiceLinks, 'RAFID_… variables of Kubernetes would stop the start').toBe(false)
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(Object.keys(container.resources.requests).toSorted()).toEqual(['cpu', 'memory'])
    expect(container.resources.limits).toHaveProperty('memory')
  })

  it.each(services)('%s is asked for its health where it answers', (name) => {
    const { container } = workload(name)
    const [port] = container.ports
    const listens = name === 'gateway' ? settings.port.schema.parse(undefined) : Number(literals['RAFID_HEALTH_PORT'])
    expect(port).toEqual({ name: 'http', containerPort: listens })
    expect(container.startupProbe?.httpGet).toEqual({ path: '/live', port: 'http' })
    expect(container.livenessProbe?.httpGet).toEqual({ path: '/live', port: 'http' })
    expect(container.readinessProbe?.httpGet).toEqual({ path: '/ready', port: 'http' })
  })

  it.each(services)('%s reads settings that there are, with values that fit', (name) => {
    const { container } = workload(name)
    const own = Object.fromEntries(container.env.map(({ name: variable, value }) => [variable, value]))
    const env = { ...literals, ...own, RAFID_TOKEN: token }
    const names = Object.keys(settings) as SettingName[]
    expect(loadSettings(names, env)).toMatchObject({ dataDir: '/data', healthPort: 9464 })
    const known = new Set<string>(Object.values(settings).map((setting) => setting.env))
    expect(Object.keys(env).filter((variable) => !known.has(variable))).toEqual([])
    expect(container.volumeMounts.map((mount) => mount.mountPath).toSorted()).toEqual(['/data', '/tmp'])
  })

  it.each(services)('%s may finish what it has in hand', (name) => {
    const { pod, container } = workload(name)
    const pauseMs = 1_000 * (container.lifecycle?.preStop.sleep.seconds ?? 0)
    const stopMs = Number(literals['RAFID_DRAIN_DEADLINE_MS']) + stopGraceMs + pauseMs
    expect(pod.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(stopMs)
  })

  it('keeps what Redis is told, and lets it never throw a job away', () => {
    const { container, volumeClaims } = workload('redis')
    const { args } = container
    const valueOf = (option: string): string | undefined => args[args.indexOf(`--${option}`) + 1]
    expect(valueOf('appendonly')).toBe('yes')
    expect(valueOf('maxmemory-policy')).toBe('noeviction')
    expect(container.volumeMounts).toEqual([{ name: volumeClaims[0], mountPath: '/data' }])
  })

  it('empties nodes one pod at a time, and lets nothing in that was not asked', () => {
    expect(named('PodDisruptionBudget').toSorted()).toEqual([...workloads.keys()].toSorted())
    expect(named('NetworkPolicy')).toContain('nothing')
  })

  it('shows no secret', () => {
    expect(named('Secret')).toEqual([])
    expect(JSON.stringify(objects)).not.toMatch(/RAFID_TOKEN=|"RAFID_TOKEN":/)
  })
})

describe('the overlay small', () => {
  it('keeps all services on the machine of the volume', () => {
    const workloads = workloadsOf(renderKustomization(join(root, 'infra/kubernetes/overlays/small')))
    for (const { name, pod } of workloads.filter((one) => one.name !== 'redis'))
      expect(pod.affinity?.podAffinity, name).toBeDefined()
  })
})

describe('the overlay fleet', () => {
  const objects = renderKustomization(join(root, 'infra/kubernetes/overlays/fleet'))
  const scaled = objects.filter((object) => object.kind === 'ScaledObject')

  it('starts no service without the cluster that keeps the index', () => {
    for (const { name, container } of workloadsOf(objects).filter((one) => one.name !== 'redis'))
      expect(
        container.env.map((variable) => variable.name),
        name,
      ).toContain('RAFID_SEARCH_URL')
  })

  it('scales every service that has stages, by each of them', () => {
    const stages = serviceStages()
    expect(scaled.map((object) => object.metadata.name).toSorted()).toEqual([...stages.keys()].toSorted())
    for (const { metadata, spec } of scaled) {
      const locations = [...JSON.stringify(spec).matchAll(/advice\.#\(stage==\\"([\w-]+)\\"\)\.workersNeeded/g)]
      expect(locations.map(([, stage]) => stage).toSorted(), metadata.name).toEqual(stages.get(metadata.name))
    }
  })

  it('scales what there is, and gives no number that the autoscaler would have to fight', () => {
    const workloads = workloadsOf(objects)
    for (const { metadata, spec } of scaled) {
      const found = workloads.find((workload) => workload.name === metadata.name)
      expect(spec).toMatchObject({ scaleTargetRef: { kind: found?.kind, name: found?.name } })
      expect(found?.replicas).toBeUndefined()
    }
  })
})
