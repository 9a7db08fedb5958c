import type { StoryMember } from './story.ts'
import { storyIdOf } from './story-id.ts'
import type { StoryMove } from './story-names.ts'
import { packVector, unpackVector } from './story-vector.ts'

/** Where an article belongs: all that another shelf must be told to know it too. */
export type StoryPlace = StoryMember & { readonly storyId: string; readonly merged: readonly StoryMove[] }

/** What an operator takes out of a story. */
export type StorySplit = { readonly from: string; readonly into: string; readonly articleIds: readonly string[] }

/** One thing that a shelf was told. */
export type StoryRecord =
  | ({ readonly kind: 'place' } & StoryPlace)
  | ({ readonly kind: 'merge' } & StoryMove)
  | ({ readonly kind: 'split' } & StorySplit)

type Written =
  | readonly ['p', string, number, string | 0, readonly (readonly [string, string])[], string]
  | readonly ['m', string, string]
  | readonly ['s', string, string, readonly string[]]

/** A record as text, a placed article in some 300 characters. */
export function encodeStoryRecord(record: StoryRecord): string {
  return JSON.stringify(written(record))
}

/** @param text what `encodeStoryRecord` gave */
export function decodeStoryRecord(text: string): StoryRecord {
  // Only `encodeStoryRecord` writes these.
  const parts = JSON.parse(text) as Written
  if (parts[0] === 'm') return { kind: 'merge', from: parts[1], to: parts[2] }
  if (parts[0] === 's') return { kind: 'split', from: parts[1], into: parts[2], articleIds: parts[3] }
  const [, id, atMs, storyId, merged, packed] = parts
  return {
    kind: 'place',
    id,
    atMs,
    storyId: storyId === 0 ? storyIdOf(id) : storyId,
    merged: merged.map(([from, to]) => ({ from, to })),
    vector: unpackVector(Buffer.from(packed, 'base64')),
  }
}

function written(record: StoryRecord): Written {
  if (record.kind === 'merge') return ['m', record.from, record.to]
  if (record.kind === 'split') return ['s', record.from, record.into, record.articleIds]
  const { id, atMs, storyId, merged, vector } = record
  const moves = merged.map(({ from, to }) => [from, to] as const)
  return [
    'p',
    id,
    atMs,
    storyId === storyIdOf(id) ? 0 : storyId,
    moves,
    Buffer.from(packVector(vector)).toString('base64'),
  ]
}
