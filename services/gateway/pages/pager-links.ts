import { PermanentError } from '@rafid/errors'
import { pathTo } from './fragments.ts'

/** So many steps back are remembered; from further on «newer» leads to the beginning. */
const stepsMax = 20

const trailPattern = /^[\w-]{1,100}(?:\.[\w-]{1,100}){0,19}$/

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
  if (trail && !trailPattern.test(trail)) throw new PermanentError('cursor.invalid', 'The trail of cursors is none.')
  const steps = trail ? trail.split('.') : []
  const link = (to: string | undefined, behind: readonly string[]): string =>
    pathTo(path, { ...kept, cursor: to, trail: behind.slice(-stepsMax).join('.') })
  return {
    newer: cursor ? link(steps.at(-1), steps.slice(0, -1)) : null,
    older: nextCursor === null ? null : link(nextCursor, cursor ? [...steps, cursor] : []),
  }
}
