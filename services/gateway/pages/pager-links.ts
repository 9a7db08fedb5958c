import { PermanentError } from '@rafid/errors'
import { pathTo } from './fragments.ts'

/** So many steps back are remembered; from further on «newer» leads to the beginning. */
const stepsMax = 20

/** A cursor may hold a whole ranking; an address has no room for many of those. */
const trailCharsMax = 2_500
const trailPattern = /^[\w-]+(?:\.[\w-]+)*$/

/**
 * Where the neighbouring parts of a list lie. The index knows the way forward only; the way back is the trail of the
 * cursors that led here, carried in the address.
 *
 * @param query of the request: `cursor` and `trail` are read, `ui` is dropped, the rest is kept
 * @throws PermanentError `cursor.invalid` when the trail is none
 */
export function pagerLinks(
  path: string,
  { cursor, trail, ui: _ui, ...kept }: Readonly<Record<string, string>>,
  nextCursor: string | null,
): { newer: string | null; older: string | null } {
  const steps = trail ? stepsOf(trail) : []
  const link = (to: string | undefined, behind: readonly string[]): string =>
    pathTo(path, { ...kept, cursor: to, trail: lastSteps(behind).join('.') })
  return {
    newer: cursor ? link(steps.at(-1), steps.slice(0, -1)) : null,
    older: nextCursor === null ? null : link(nextCursor, cursor ? [...steps, cursor] : []),
  }
}

function stepsOf(trail: string): readonly string[] {
  const steps = trail.length <= trailCharsMax && trailPattern.test(trail) ? trail.split('.') : []
  if (steps.length === 0 || steps.length > stepsMax) {
    throw new PermanentError('cursor.invalid', 'The trail of cursors is none.')
  }
  return steps
}

/** As many of the last steps as there is room for. */
function lastSteps(behind: readonly string[]): readonly string[] {
  const steps = behind.slice(-stepsMax)
  while (steps.join('.').length > trailCharsMax) steps.shift()
  return steps
}
