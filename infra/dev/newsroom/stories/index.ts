import { library } from './arabic-library.ts'
import { crop, match } from './arabic-life.ts'
import { harbour, road } from './arabic-works.ts'
import { stall } from './english-market.ts'
import { council, fixture } from './english.ts'
import type { StoryTemplate } from './template.ts'

/** Every kind of event the newsroom can invent, in the order in which they take turns. */
export const storyTemplates: readonly StoryTemplate[] = [harbour, council, crop, road, fixture, match, library, stall]
