import { z } from 'zod'
import { settings } from './settings.ts'
import type { Setting } from './settings.ts'
import { shownValue } from './shown-value.ts'

/** A setting as an operator sees it. */
export type DescribedSetting = {
  /** Its environment variable. */
  readonly env: string
  /** As it was given or as it stands by default; null when it has none. What is secret is left out. */
  readonly value: string | null
  readonly default: string | null
  readonly from: 'environment' | 'default'
  readonly doc: string
}

/**
 * Every setting with its value and where that is from. Secrets, and the credentials in addresses, are hidden.
 *
 * @param env the environment of the process; an empty value counts as unset
 */
export function describeSettings(env: Readonly<Record<string, string | undefined>>): DescribedSetting[] {
  return Object.values(settings).map((setting: Setting) => describe(setting, env[setting.env] || undefined))
}

function describe(setting: Setting, given: string | undefined): DescribedSetting {
  const { env, doc, schema } = setting
  const standard = defaultOf(schema)
  return {
    env,
    value: given === undefined ? standard : shownValue(setting, given),
    default: standard,
    from: given === undefined ? 'default' : 'environment',
    doc,
  }
}

/** As it would be written into the environment, before anything is made of it. */
function defaultOf(schema: z.ZodType): string | null {
  const { default: standard } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  if (typeof standard === 'number') return String(standard)
  return typeof standard === 'string' && standard !== '' ? standard : null
}
