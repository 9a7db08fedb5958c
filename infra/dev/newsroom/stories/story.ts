import { type Random, sample } from '../random.ts'
import type { Facts } from './facts.ts'
import type { StoryTemplate } from './template.ts'

/** A headline and paragraphs that tell the facts in sentences chosen at random. */
export function tellStory(
  template: StoryTemplate,
  facts: Facts,
  random: Random,
): { title: string; paragraphs: string[] } {
  const sentences = template.slots.map((variants) => filled(sample(variants, random), facts))
  return { title: filled(sample(template.titles, random), facts), paragraphs: inPairs(sentences) }
}

/** The text with every `{fact}` replaced; unknown names in braces stay as they are. */
export function filled(text: string, facts: Facts): string {
  const known = new Map(Object.entries(facts))
  return text.replaceAll(/\{([a-z]+)\}/g, (placeholder, name: string) => known.get(name) ?? placeholder)
}

function inPairs(sentences: readonly string[]): string[] {
  const paragraphs: string[] = []
  for (let index = 0; index < sentences.length; index += 2) {
    paragraphs.push(sentences.slice(index, index + 2).join(' '))
  }
  return paragraphs
}
