import { normaliseText } from '@rafid/text'

import { metaOf, type PageFacts } from './page-facts.ts'
import { linksOf, type Section } from './sections.ts'

/** A keyword is a name, not a sentence. */
const keywordCharsMax = 80
const keywordsMax = 50
const separator = /[,،;؛|#•·\n]|\s[-–—/]\s/

/**
 * What an article is about, in the words of its page: printed lists of tags first, then declared keywords where nothing
 * is printed, then the feed's. Spellings of one name count once, as first printed.
 */
export function articleKeywords(facts: PageFacts, sections: Section[], hints: string[]): string[] {
  const printed = [
    ...sections.filter((section) => section.role === 'tags').flatMap(printedIn),
    ...facts.tagLinks.map((link) => link.text),
  ]
  const declared = [...(facts.meta.get('article:tag') ?? []), ...(facts.data?.keywords ?? [])]
  const listed = split(metaOf(facts, 'news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags') ?? '')
  return distinct([...printed, ...declared, ...(printed.length + declared.length === 0 ? listed : []), ...hints])
}

function printedIn(section: Section): string[] {
  const links = linksOf(section).map((link) => link.text)
  if (links.length > 0) return links
  return [...split(section.rest), ...section.members.flatMap((block) => split(block.text))]
}

function split(text: string): string[] {
  return text.split(separator)
}

function distinct(keywords: string[]): string[] {
  const seen = new Set<string>()
  const kept: string[] = []
  for (const raw of keywords) {
    if (kept.length >= keywordsMax) break
    const keyword = raw.replace(/^[\s#"«“]+|[\s"»”.،,]+$/g, '').replaceAll('_', ' ')
    const key = normaliseText(keyword)
    if (key === '' || keyword.length > keywordCharsMax || seen.has(key)) continue
    seen.add(key)
    kept.push(keyword)
  }
  return kept
}
