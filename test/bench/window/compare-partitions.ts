import type { Decided } from './decider.ts'

/** The first article of each article's cluster, once all that moved has moved. */
export function rootsOf(decided: ReadonlyMap<string, Decided>): Map<string, string> {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let at = id
    for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(at)) at = next
    return at
  }
  const join = (one: string, other: string): void => {
    const [first, second] = [rootOf(one), rootOf(other)].toSorted()
    if (first !== undefined && second !== undefined && first !== second) parents.set(second, first)
  }
  for (const [id, { duplicateOf, moves }] of decided) {
    if (duplicateOf !== null) join(id, duplicateOf)
    for (const { from, to } of moves) join(from, to)
  }
  return new Map([...decided.keys()].map((id) => [id, rootOf(id)]))
}

/** Share of articles whose cluster has the same members in both, 0 to 1. */
export function sameClusters(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): number {
  const [members, others] = [membersOf(one), membersOf(other)]
  let same = 0
  for (const id of one.keys()) if (members.get(one.get(id) ?? '') === others.get(other.get(id) ?? '')) same += 1
  return one.size === 0 ? 1 : same / one.size
}

function membersOf(roots: ReadonlyMap<string, string>): Map<string, string> {
  const members = new Map<string, string[]>()
  for (const [id, root] of roots) members.set(root, [...(members.get(root) ?? []), id])
  return new Map([...members].map(([root, ids]) => [root, ids.toSorted().join(' ')]))
}
