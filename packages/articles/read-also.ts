import { normaliseText } from '@rafid/text'

import { absoluteUrl } from './absolute-url.ts'
import { linksOf, type Section } from './sections.ts'

/** Headlines say something; «more» does not. */
const headlineCharsMin = 12
const headlineCharsMax = 300
const storiesMax = 20

/** The other stories a page offers under a «read also» label. */
export function readAlso(sections: Section[], base: string): { title: string; url: string | null }[] {
  const seen = new Set<string>()
  return sections
    .filter((section) => section.role === 'read-also')
    .flatMap((section) => stories(section, base))
    .filter(
      ({ title }) =>
        title.length >= headlineCharsMin &&
        title.length <= headlineCharsMax &&
        !seen.has(normaliseText(title)) &&
        seen.add(normaliseText(title)).size > 0,
    )
    .slice(0, storiesMax)
}

function stories(section: Section, base: string): { title: string; url: string | null }[] {
  const { rest, members } = section
  const links = linksOf(section)
  if (links.length > 0) return links.map(({ text, href }) => ({ title: text, url: absoluteUrl(href, base) }))
  const title = rest === '' ? members[0]?.text : rest
  return title === undefined ? [] : [{ title, url: null }]
}
