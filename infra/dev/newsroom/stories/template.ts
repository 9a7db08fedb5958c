import type { Topic } from '../articles/draft.ts'
import type { Language } from '../publishers.ts'

/**
 * A kind of everyday event that can be told in many ways. Each slot holds sentences that say the same in other words;
 * two neighbouring slots make a paragraph. `{place}`, `{other}`, `{person}`, `{expert}`, `{n}`, `{m}`, `{k}`,
 * `{percent}` and `{day}` stand for the facts of the event.
 */
export type StoryTemplate = {
  lang: Language
  topic: Topic
  tags: readonly string[]
  titles: readonly string[]
  slots: readonly (readonly string[])[]
}
