import { normaliseText, words } from '@rafid/text'

import { decodeEntities } from './decode-entities.ts'
import { collapse } from './dom.ts'

/** A site's name after a separator is short. */
const siteWordsMax = 6
/** Longer texts name no site. */
const siteCharsMax = 80
/** One of these is in every one of the following. */
const separator = /[-–—|·•»:｜_：]/
const separators =
  /\s+[-–—|·•»:]{1,2}\s+|\s*[|｜]\s*|\s*»\s*(?=[^«»]*$)|(?<=[\p{sc=Han}\p{sc=Kana}\p{sc=Hangul}”》」』）)?？!！…])\s*(?:[_｜|]|-{1,2}|[:：](?=[\p{L}\p{N}]*$))\s*/gu

/**
 * A declared title without the name of the site before or behind it, and without markup.
 *
 * @param sites the names of the site, normalised
 * @param printed lines of the page, normalised: a part of the title that stands alone on the page is the title
 */
export function withoutSite(title: string, sites: Set<string>, printed: () => Set<string>): string {
  const known = titlesOfSite.get(sites) ?? new Map<string, CutTitle>()
  titlesOfSite.set(sites, known)
  const { text, parts, trimmed } = known.get(title) ?? cutTitle(title, sites)
  known.set(title, { text, parts, trimmed })
  if (parts.length === 0) return text
  const shown = parts
    .filter(({ normal }) => printed().has(normal))
    .map((part) => part.text)
    .toSorted((a, b) => b.length - a.length)[0]
  return shown !== undefined && words(shown).length > 1 ? shown : trimmed
}

/** A title, what its separators part, and what is left without the site's names at its ends. */
type CutTitle = { text: string; parts: { text: string; normal: string }[]; trimmed: string }
/** Titles are read before a page's text is known, and again when it is. */
const titlesOfSite = new WeakMap<Set<string>, Map<string, CutTitle>>()

function cutTitle(title: string, sites: Set<string>): CutTitle {
  const decoded = title.includes('&') ? decodeEntities(title) : title
  const text = collapse(decoded.includes('<') ? decoded.replace(/<[^<>]*>/g, ' ') : decoded)
  const cuts = cutsIn(text)
  if (cuts.length === 0) return { text, parts: [], trimmed: text }
  const parts = cuts
    .flatMap((cut) => [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)])
    .map((part) => ({ text: part.trim(), normal: normaliseText(part.trim()) }))
  const headless = withoutHead(text, cuts[0], sites)
  return { text, parts, trimmed: withoutTail(headless, headless === text ? cuts : cutsIn(headless), sites) }
}

function withoutHead(title: string, cut: RegExpExecArray | undefined, sites: Set<string>): string {
  if (cut === undefined || !isSite(title.slice(0, cut.index), sites)) return title
  const rest = title.slice(cut.index + cut[0].length).trim()
  return words(rest).length > 1 ? rest : title
}

/** @param cuts where separators part the title */
function withoutTail(title: string, cuts: RegExpExecArray[], sites: Set<string>): string {
  let text = title
  for (let cut = cuts.at(-1); cut !== undefined; cut = cutsIn(text).at(-1)) {
    const head = text.slice(0, cut.index)
    const tail = text.slice(cut.index + cut[0].length)
    const [headWords, tailWords] = [words(head).length, words(tail).length]
    const isLong = tailWords > siteWordsMax || tailWords >= headWords || /^\s*:/.test(cut[0])
    if (headWords < 2 || (isLong && !isSite(tail, sites))) break
    text = head
  }
  return text.trim()
}

function cutsIn(text: string): RegExpExecArray[] {
  return separator.test(text) ? [...text.matchAll(separators)] : []
}

/** A site's name, also a part of it or with something added: «Sahel News» of «Sahel News Agency». */
function isSite(text: string, sites: Set<string>): boolean {
  if (text.length > siteCharsMax) return false
  const name = normaliseText(text)
  if (sites.has(name)) return true
  const own = new Set(words(name))
  if (own.size === 0) return false
  return [...sites].some((site) => {
    if (site.length > siteCharsMax) return false
    const theirs = words(site)
    const common = theirs.filter((word) => own.has(word)).length
    return common / Math.max(own.size, theirs.length) > 0.5
  })
}
