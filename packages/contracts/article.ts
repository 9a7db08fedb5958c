import { z } from 'zod'

const instant = z.iso.datetime()

/** Who is named for a text: the outlet that first published it, or the feed that brought it. */
export const outlet = z.object({ name: z.string(), url: z.string().nullable() })

/** A pointer to another article, as a page prints it. */
export const articleLink = z.object({ title: z.string(), url: z.string().nullable() })

/** Where a field was read, and from 0 to 1 how far it can be relied upon. */
const provenance = z.object({ from: z.string(), confidence: z.number().min(0).max(1) })

/** How an article was read from its page. */
const extraction = z.object({
  /** What the page is: `article`, or `paywall` where it shows the beginning of one only. */
  kind: z.string(),
  kindReason: z.string(),
  /** Where the text was read: `page`, `json-ld`, `feed` or `description`. */
  textFrom: z.string(),
  title: provenance.nullable(),
  author: provenance.nullable(),
  published: provenance.nullable(),
})

/** One article as the parser hands it on and the index keeps it. */
export const article = z.object({
  /** `a` and 24 hexadecimal digits of the hash of its canonical URL. */
  id: z.string().regex(/^a[0-9a-f]{24}$/),
  url: z.string(),
  feedId: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  html: z.string(),
  lang: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: instant.nullable(),
  updatedAt: instant.nullable(),
  fetchedAt: instant,
  source: outlet,
  attribution: outlet.nullable(),
  keywords: z.array(z.string()),
  image: z.string().nullable(),
  readAlso: z.array(articleLink),
  /** 0 to 1: how much the main text looks like an article. */
  confidence: z.number().min(0).max(1),
  /** YYYY-MM-DD on the publisher's own calendar. */
  publishedDay: z.iso.date().nullable().default(null),
  /** The section of its site. */
  section: z.string().nullable().default(null),
  /** The place it was filed from. */
  dateline: z.string().nullable().default(null),
  /** Who took the picture. */
  photoCredit: z.string().nullable().default(null),
  /** Whether the publisher marks it as breaking news. */
  breaking: z.boolean().default(false),
  extraction: extraction.nullable().default(null),
})

export type Article = z.infer<typeof article>

/** What the deduplicator found: `duplicateOf` names the first article of its cluster. */
export const relation = z.object({
  kind: z.enum(['original', 'duplicate', 'update']),
  duplicateOf: z.string().nullable(),
  /** Estimated resemblance of the two texts, 0 to 1. */
  resemblance: z.number().min(0).max(1).nullable(),
  /** How a copy relates to `follows`; `update` when the same publisher published both. */
  how: z.enum(['exact', 'near', 'contained', 'update']).optional(),
  /** Why, as a code: what the two share. */
  reason: z.string().optional(),
  /** The earlier article that a copy is most like; `duplicateOf` names the first of all. */
  follows: z.string().optional(),
})

export type Relation = z.infer<typeof relation>
