import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ScaledObject, TriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1'
import { Deployment, StatefulSet } from 'kubernetes-models/apps/v1'
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1'
import { ConfigMap, Namespace, PersistentVolumeClaim, Service } from 'kubernetes-models/v1'
import { describe, expect, it } from 'vitest'
import { renderKustomization } from './render-kustomization.ts'
import type { Manifest } from './render-kustomization.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

const models: Readonly<Record<string, new (object: never) => { validate(): void }>> = {
  ConfigMap,
  Deployment,
  Namespace,
  NetworkPolicy,
  PersistentVolumeClaim,
  PodDisruptionBudget,
  ScaledObject,
  Service,
  StatefulSet,
  TriggerAuthentication,
}

const modelOf = (kind: string): (typeof models)[string] => {
  const model = models[kind]
  if (model === undefined) throw new Error(`no schema of ${kind}`)
  return model
}

/** The types of each model, which know every field; the schemas let unknown ones pass. */
const typesOf = ({ apiVersion, kind }: Manifest): string =>
  `import('${apiVersion.startsWith('keda.sh/') ? '@kubernetes-models/keda' : 'kubernetes-models'}/${apiVersion}').I${kind}`

/** What the compiler has against some objects, a line each. */
async function complaints(objects: readonly Manifest[]): Promise<string[]> {
  // Where the compiler finds the models, and nothing else looks for sources.
  const folder = await mkdtemp(join(root, 'test/node_modules/.manifests-'))
  try {
    const file = join(folder, 'manifests.ts')
    const lines = objects.map(
      (object, index) => `export const m${index}: ${typesOf(object)} = ${JSON.stringify(object)}`,
    )
    await writeFile(file, lines.join('\n'))
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext']
    const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), [...options, '--types', '', file]).catch(
      (error: { stdout: string }) => error,
    )
    return stdout.split('\n').filter((line) => line.includes('error'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe.each(['small', 'fleet'])('the overlay %s', (overlay) => {
  const objects = renderKustomization(join(root, 'infra/kubernetes/overlays', overlay))

  it('fits the schemas', () => {
    for (const object of objects) {
      const Model = modelOf(object.kind)
      expect(() => new Model(object as never).validate(), `${object.kind} ${object.metadata.name}`).not.toThrow()
    }
  })

  it('has no field that Kubernetes does not know', async () => {
    expect(await complaints(objects)).toEqual([])
  })
})

it('a field that is misspelt or of a wrong kind would be found', async () => {
  const first = renderKustomization(join(root, 'infra/kubernetes/base')).find(({ kind }) => kind === 'Deployment')
  if (first === undefined) throw new Error('the base has no deployment')
  const misspelt = { ...first, spec: { ...(first['spec'] as object), replica: 1 } }
  expect(await complaints([misspelt])).toEqual([expect.stringContaining(`'"replica"' does not exist`)])
  const wrong = { ...first, spec: { ...(first['spec'] as object), replicas: 'two' } }
  expect(() => new Deployment(wrong as never).validate()).toThrow('replicas must be')
})
