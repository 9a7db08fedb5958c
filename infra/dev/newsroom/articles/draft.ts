import type { PublisherId } from '../publishers.ts'

/** The sections every invented publisher has. */
export const topics = [
  'ports',
  'harvest',
  'football',
  'courts',
  'weather',
  'technology',
  'health',
  'markets',
  'culture',
  'transport',
] as const

export type Topic = (typeof topics)[number]

type Common = { id: string; publisher: PublisherId; ageMinutes: number; title: string }

/** An article a publisher wrote itself. Paragraphs of `text` are separated by blank lines. */
export type Report = Common & {
  kind: 'report'
  topic: Topic
  byline: string
  tags: readonly string[]
  text: string
}

/** A wire copy: the report `of`, with its first paragraph replaced by `lead` and paragraph `dropped` left out. */
export type WireCopy = Common & { kind: 'copy'; of: string; lead?: string; dropped?: number }

/** A later article on the same event: what is new in `text`, then what the report `of` said after its lead. */
export type Update = Common & { kind: 'update'; of: string; text: string }

export type Draft = Report | WireCopy | Update
