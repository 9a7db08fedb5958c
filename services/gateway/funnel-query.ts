import type { FunnelScope } from '@rafid/catalog'
import { z } from 'zod'

/** As long as an address may be. */
const givenCharsMax = 8_192

/** An empty field of a form is none. */
const given = z
  .string()
  .max(givenCharsMax)
  .transform((value) => (value.trim() === '' ? undefined : value.trim()))
  .optional()

const query = z.object({ day: given.pipe(z.iso.date().optional()), feed: given, host: given })

/**
 * What a request says of the funnel that it asks for.
 *
 * @throws ZodError for a day that is none
 */
export function funnelQuery(parameters: Readonly<Record<string, string>>): Partial<FunnelScope> {
  return query.parse(parameters)
}
