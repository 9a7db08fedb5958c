import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'

/** A line in the form in which texts are compared: several steps ask, most of few lines. */
export function normalLine(block: Block): string {
  return (block.normal ??= normaliseText(block.text))
}
