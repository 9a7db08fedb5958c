import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { mergePatch } from './merge-patch.ts'

const labels = z.record(z.string(), z.string())

/** What every object of Kubernetes has; what else it has depends on its kind. */
export const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional(), labels: labels.default({}) }),
})

export type Manifest = z.infer<typeof manifest>

/** What our kustomizations use of kustomize; a field that is not here is refused instead of ignored. */
const kustomization = z.strictObject({
  apiVersion: z.string(),
  kind: z.enum(['Kustomization', 'Component']),
  namespace: z.string().optional(),
  resources: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  configMapGenerator: z.array(z.strictObject({ name: z.string(), literals: z.array(z.string()) })).default([]),
  patches: z
    .array(
      z.strictObject({
        path: z.string(),
        target: z.strictObject({ kind: z.string(), labelSelector: z.string() }).optional(),
      }),
    )
    .default([]),
  images: z.array(z.strictObject({ name: z.string(), newName: z.string(), newTag: z.string() })).default([]),
})

type Kustomization = z.infer<typeof kustomization>
type Patch = Kustomization['patches'][number]

/**
 * The objects that `kubectl kustomize` makes of a folder, but for the hash it adds to the names of generated settings.
 *
 * @param folder holds a `kustomization.yaml`
 * @throws Error when it uses what this does not know
 */
export function renderKustomization(folder: string): Manifest[] {
  const own = kustomization.parse(parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')))
  const loaded = [...own.resources, ...own.components].flatMap((path) => load(join(folder, path)))
  const objects = [...loaded, ...own.configMapGenerator.map(configMapOf)]
  const patched = own.patches.reduce((all, patch) => applyPatch(all, patch, folder), objects)
  return patched.map((object) => withImages(withNamespace(object, own.namespace), own.images))
}

function load(path: string): Manifest[] {
  return statSync(path).isDirectory() ? renderKustomization(path) : readManifests(path)
}

function readManifests(path: string): Manifest[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
    const [error] = document.errors
    if (error) throw new Error(`${path}: ${error.message}`)
    return manifest.parse(document.toJS())
  })
}

function configMapOf({ name, literals }: Kustomization['configMapGenerator'][number]): Manifest {
  const data = Object.fromEntries(literals.map((literal) => literal.split(/=(.*)/s).slice(0, 2)))
  return manifest.parse({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data })
}

function applyPatch(objects: readonly Manifest[], { path, target }: Patch, folder: string): Manifest[] {
  const [patch, ...more] = readManifests(join(folder, path))
  if (patch === undefined || more.length > 0) throw new Error(`${path} must hold one patch`)
  const isMeant = (object: Manifest): boolean =>
    target === undefined
      ? object.kind === patch.kind && object.metadata.name === patch.metadata.name
      : new RegExp(`^(?:${target.kind})$`).test(object.kind) && isLabelled(object, target.labelSelector)
  if (!objects.some(isMeant)) throw new Error(`${path} changes nothing`)
  const { kind: _, apiVersion: __, metadata: ___, ...change } = patch
  return objects.map((object) => (isMeant(object) ? manifest.parse(mergePatch(object, change)) : object))
}

function isLabelled({ metadata }: Manifest, selector: string): boolean {
  const [name = '', value] = selector.split('=')
  return metadata.labels[name] === value
}

function withNamespace(object: Manifest, namespace: string | undefined): Manifest {
  if (namespace === undefined || object.kind === 'Namespace') return object
  return { ...object, metadata: { ...object.metadata, namespace } }
}

/** Images stand in the pods of whatever starts some. */
function withImages(object: Manifest, images: Kustomization['images']): Manifest {
  const text = images.reduce(
    (known, { name, newName, newTag }) => known.replaceAll(`"image":"${name}"`, `"image":"${newName}:${newTag}"`),
    JSON.stringify(object),
  )
  return manifest.parse(JSON.parse(text))
}
