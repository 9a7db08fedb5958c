import { normaliseText } from '@rafid/text'

import { metaOf, type PageFacts } from './page-facts.ts'

/** Title, author and others ask of the same page. */
const known = new WeakMap<PageFacts, { url: string; names: Set<string> }>()

/** The names under which a page's site goes, normalised: as it says itself, and as its host is called. */
export function siteNames(facts: PageFacts, url: string): Set<string> {
  const before = known.get(facts)
  if (before?.url === url) return before.names
  const names = namesOf(facts, url)
  known.set(facts, { url, names })
  return names
}

function namesOf(facts: PageFacts, url: string): Set<string> {
  const host = /^[a-z]+:\/\/(?:www\.|m\.)?([^/:?#]+)/i.exec(url)?.[1] ?? ''
  const labels = host.split('.')
  const names = [
    metaOf(facts, 'og:site_name'),
    metaOf(facts, 'application-name'),
    metaOf(facts, 'apple-mobile-web-app-title'),
    facts.data?.publisher,
    host,
    `www.${host}`,
    ...labels.slice(0, -1).filter((label) => label.length > 3),
    labels.slice(0, -1).join(' '),
    host.replaceAll(/[.-]/g, ' '),
  ]
  return new Set(names.flatMap((name) => (name ? normaliseText(name) : [])).filter((name) => name !== ''))
}
