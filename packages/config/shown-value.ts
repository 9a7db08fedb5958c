import type { Setting } from './settings.ts'

/** What stands in the place of a secret. */
const hidden = '…'

/** The value of a setting fit for a message or a page: without what is secret in it. */
export function shownValue({ isSecret }: Pick<Setting, 'isSecret'>, value: string): string {
  if (isSecret === true) return hidden
  // Up to the last @ before the path: a password may hold one itself.
  return value.replace(/^([a-z]+:\/\/)[^/]*@/i, `$1${hidden}@`)
}
