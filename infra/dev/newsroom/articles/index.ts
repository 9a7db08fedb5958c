import { courts } from './courts.ts'
import { culture } from './culture.ts'
import type { Draft } from './draft.ts'
import { football } from './football.ts'
import { harvest } from './harvest.ts'
import { health } from './health.ts'
import { markets } from './markets.ts'
import { ports } from './ports.ts'
import { technology } from './technology.ts'
import { transport } from './transport.ts'
import { weather } from './weather.ts'

/** Everything that is already on the publishers' pages when the newsroom opens. */
export const drafts: readonly Draft[] = [
  ...ports,
  ...harvest,
  ...football,
  ...courts,
  ...weather,
  ...technology,
  ...health,
  ...markets,
  ...culture,
  ...transport,
]
