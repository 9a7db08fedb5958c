import type { ListFilter } from '@rafid/search'
import { z } from 'zod'

/** Who asks for more gets this many and a cursor. */
const limitMax = 100

const text = z.string().min(1).max(500).optional()
/** A cursor may hold a whole ranking. */
const cursor = z.string().min(1).max(8_192).optional()

const listQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .transform((limit) => Math.min(limit, limitMax))
    .default(20),
  cursor,
  lang: text,
  source: text,
  since: z
    .string()
    .refine((value) => !Number.isNaN(Date.parse(value)), 'must be a date, such as 2026-01-31 or 2026-01-31T12:00:00Z')
    .transform((value) => new Date(value))
    .optional(),
  originals: z.enum(['0', '1']).default('0'),
})

/**
 * What a list of articles may be asked for. An empty parameter counts as none.
 *
 * @throws z.ZodError that names the parameter
 */
export function parseListQuery(query: Record<string, string>): ListFilter {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const { originals, ...filter } = listQuery.parse(given)
  return { ...filter, originalsOnly: originals === '1' }
}
