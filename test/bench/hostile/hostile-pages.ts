import { badInputs } from './bad-inputs.ts'
import { brokenShapes } from './broken-shapes.ts'
import type { HostilePage } from './hostile-page.ts'
import { jsonLdBombs } from './json-ld-bombs.ts'
import { longRuns } from './long-runs.ts'

/** Every page that is made to break an extractor; no two have the same name. */
export const hostilePages: readonly HostilePage[] = [...brokenShapes, ...jsonLdBombs, ...badInputs, ...longRuns]
