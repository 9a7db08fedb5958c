import { storyLanguage, StoryShelf } from '@rafid/similarity'
import type { Doc, Placed } from './peer.ts'

/** The stories of the articles that are no copies, told in their order; a copy is of the story of what it copies. */
export function tellStories(docs: readonly Doc[], placed: readonly Placed[]): Placed[] {
  const shelves = new Map<string, StoryShelf>()
  const told = new Map<string, { readonly shelf: StoryShelf; readonly lang: string; readonly storyId: string }>()
  for (const [at, { id, ts, title, body, lang: written }] of docs.entries()) {
    if (placed[at]?.duplicateOf !== null) continue
    const lang = storyLanguage(written)
    const shelf = shelves.get(lang) ?? new StoryShelf()
    shelves.set(lang, shelf)
    told.set(id, { shelf, lang, storyId: shelf.add({ id, at: new Date(ts), title, text: body, lang }).storyId })
  }
  return placed.map((row) => {
    const story = told.get(row.duplicateOf ?? row.id)
    return story === undefined ? row : { ...row, clusterId: `${story.lang} ${story.shelf.nameNow(story.storyId)}` }
  })
}
