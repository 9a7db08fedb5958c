import type { SearchContext } from './answer.ts'

export function didYouMean(_context: SearchContext, _words: readonly string[]): readonly string[] | null {
  return null
}
