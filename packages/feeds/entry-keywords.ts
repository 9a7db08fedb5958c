import { feedLimits } from './feed-limits.ts'
import type { Fields } from './fields.ts'
import { oneLine } from './markup.ts'
import { plainTextOf, rawTextOf } from './text-construct.ts'
import { textOf } from './xml-query.ts'
import type { XmlElement } from './xml-element.ts'

const categoryNames = ['category', 'dc:subject', 'itunes:category', 'media:category', 'googleplay:category']

/** What an entry or a feed says it is about: categories, subjects and lists of keywords, each once. */
export function keywordsOf(fields: Fields): string[] {
  const words = [
    ...fields.allOf(...categoryNames).flatMap(namesIn),
    ...fields.allOf('media:keywords', 'itunes:keywords', 'keywords', 'news:keywords').flatMap(listed),
  ]
  return bounded(words)
}

/** Keywords on a line each, each once, as many as a feed may have. */
export function bounded(words: Iterable<string>): string[] {
  const found = new Set<string>()
  for (const word of words) {
    const keyword = oneLine(word.slice(0, feedLimits.keywordCharsMax))
    if (keyword !== '' && found.size < feedLimits.keywordsMax) found.add(keyword)
  }
  return [...found]
}

/** iTunes nests its categories. */
function namesIn(category: XmlElement): string[] {
  const inside = category.children.flatMap((child) =>
    typeof child !== 'string' && child.key === category.key ? namesIn(child) : [],
  )
  const { attributes } = category
  const own =
    attributes.get('label') ??
    attributes.get('text') ??
    (plainTextOf(category, feedLimits.keywordCharsMax) || attributes.get('term'))
  return [own ?? '', ...inside]
}

function listed(list: XmlElement): string[] {
  return textOf(list).split(/[,،;]/, feedLimits.keywordsMax)
}

/** The categories as the publisher tells them apart: Atom's terms, texts of RSS, with their markup if they have any. */
export function categoriesOf(fields: Fields): string[] {
  const words = fields.allOf(...categoryNames).map((category) => {
    const { attributes } = category
    return attributes.get('term') ?? (attributes.get('text') || rawTextOf(category))
  })
  const lists = fields.allOf('media:keywords', 'itunes:keywords', 'news:keywords').flatMap(listed)
  return bounded([...words, ...lists])
}
