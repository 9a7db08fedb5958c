type Tree = Record<string, unknown>

/** By which field the members of a list are the same one; any other list is replaced as a whole. */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: 'name',
  env: 'name',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
  volumes: 'name',
}

/**
 * Lays a patch over an object: Kubernetes' strategic merge, for the lists that pods have.
 *
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function mergePatch(object: unknown, patch: unknown, field = ''): unknown {
  const key = mergeKeys[field]
  if (Array.isArray(object) && Array.isArray(patch) && key !== undefined) return mergeLists(object, patch, key)
  if (!isTree(object) || !isTree(patch)) return patch
  const changed = Object.entries(patch).map(([name, value]) => [name, mergePatch(object[name], value, name)])
  return { ...object, ...Object.fromEntries(changed) }
}

/** New members come first, as kustomize has it. */
function mergeLists(members: readonly unknown[], patches: readonly unknown[], key: string): unknown[] {
  const keyOf = (member: unknown): unknown => (isTree(member) ? member[key] : undefined)
  const known = new Set(members.map(keyOf))
  const changed = members.map((member) => {
    const patch = patches.find((candidate) => keyOf(candidate) === keyOf(member))
    return patch === undefined ? member : mergePatch(member, patch)
  })
  return [...patches.filter((patch) => !known.has(keyOf(patch))), ...changed]
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
