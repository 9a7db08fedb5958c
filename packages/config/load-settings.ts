import { ConfigError } from '@rafid/errors'
import { settings } from './settings.ts'
import type { Setting, SettingName, SettingsOf } from './settings.ts'
import { shownValue } from './shown-value.ts'

/**
 * Reads the named settings.
 *
 * @param env the environment of the process; an empty value counts as unset
 * @throws ConfigError with every problem at once: wrong values of the named settings and unknown `RAFID_…` variables
 */
export function loadSettings<const Name extends SettingName>(
  names: readonly Name[],
  env: Readonly<Record<string, string | undefined>>,
): SettingsOf<Name> {
  const problems = unknownVariables(env)
  const values: Partial<Record<Name, unknown>> = {}
  for (const name of names) {
    const setting: Setting = settings[name]
    const { env: variable, schema } = setting
    const given = env[variable]
    const parsed = schema.safeParse(given === '' ? undefined : given)
    if (parsed.success) values[name] = parsed.data
    else
      problems.push(
        `${variable}="${shownValue(setting, given ?? '')}" is not usable: ${parsed.error.issues.map((issue) => issue.message).join('; ')}.`,
      )
  }
  if (problems.length > 0) throw new ConfigError(problems)
  // Each value came out of the schema of its name.
  return values as SettingsOf<Name>
}

function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set<string>(Object.values(settings).map((setting) => setting.env))
  return Object.keys(env)
    .filter((variable) => variable.startsWith('RAFID_') && !known.has(variable))
    .map((variable) => `${variable} is not a setting of Rafid. Did you mean ${nearest(variable, known)}?`)
}

function nearest(variable: string, known: ReadonlySet<string>): string {
  let best = ''
  let fewest = Number.POSITIVE_INFINITY
  for (const name of known) {
    const edits = distance(variable, name)
    if (edits < fewest) [best, fewest] = [name, edits]
  }
  return best
}

/** Levenshtein distance, one row at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
