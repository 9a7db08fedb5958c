import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'
import { endMark } from './end-mark.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

/** Names are short; longer text is a sentence about the author. */
const nameCharsMax = 100
const namesMax = 10
/** Bylines stand just before or after the text begins. */
const linesBefore = 12
const linesAfter = 4

const byline =
  /^\s*(?:كتبت?|بقلم|إعداد|اعداد|الكاتب|تحرير|by|written by|von|par|por|di|door|oleh|yazan|автор|نویسنده|text|autor|author)\s*[:：]\s*(.+)$/iu
const bylineWithout =
  /^\s*(?:by|written by|von|par|por|بقلم|كتبت?)\s+(\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+|&\s+)?[\p{L}.'’-]+){1,7})$/u
const bylineArabic = /^\s*(?:بقلم|إعداد|كتب|كتبت)\s*[-/:]?\s*(\p{L}+(?:\s\p{L}+){1,4})$/u
const prefix =
  /^\s*(?:(?:written |posted |story |words |published |reported |reporting )?by|von|par|por|di|بقلم|كتبت?|إعداد|автор|autor|author|text)\s*[:：]?\s+/iu
const tail =
  /\s*(?:[|•·]|\s[-–—]\s|,\s*(?:updated|published|staff|reporter|editor|correspondent|cnn|ap|associated press)|\d{1,2}[:./]\d{2}|\b(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{4}\b|@).*$/iu
const notName =
  /https?:|www\.|\.com\b|^\d+$|[<>{}]|^(?:admin|administrator|editor|staff|webmaster|redaktion|author|unknown|anonymous|null|undefined|home|follow|by|von|twitter|facebook|محرر|المحرر|الكاتب)$/iu

/** Who wrote an article: JSON-LD, meta, bylines of the page, label lines near the text, the feed. */
export function articleAuthor(
  facts: PageFacts,
  blocks: Block[],
  firstLine: number,
  hint: string | undefined,
): string | null {
  const site = normaliseText(metaOf(facts, 'og:site_name') ?? '')
  const candidates = [
    facts.data?.authors ?? [],
    many(
      facts,
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'parsely-author',
      'sailthru.author',
      'itemprop:author',
      'byl',
      'citation_author',
      'twitter:creator',
    ),
    facts.bylines,
    lines(blocks, firstLine),
    blocks
      .slice(firstLine)
      .flatMap(({ text }) => endMark(text) ?? [])
      .slice(0, 1),
    hint === undefined ? [] : [hint],
  ]
  const named = candidates.map(cleaned)
  const personal = named.find((names) => names.some((name) => normaliseText(name) !== site))
  return (personal ?? named.find((names) => names.length > 0))?.join(', ') ?? null
}

function many(facts: PageFacts, ...names: string[]): string[] {
  return names.map((name) => facts.meta.get(name) ?? []).find((values) => cleaned(values).length > 0) ?? []
}

function lines(blocks: Block[], firstLine: number): string[] {
  const near = blocks.slice(Math.max(0, firstLine - linesBefore), firstLine + linesAfter)
  return near.flatMap(({ text }) => {
    if (text.length > nameCharsMax) return []
    const match = byline.exec(text) ?? bylineWithout.exec(text) ?? bylineArabic.exec(text)
    return match?.[1] ?? []
  })
}

function cleaned(names: string[]): string[] {
  const seen = new Set<string>()
  const kept: string[] = []
  for (const raw of names.slice(0, 50)) {
    const name = raw
      .slice(0, nameCharsMax * 3)
      .replace(prefix, '')
      .replace(tail, '')
      .replace(/[\s,،;:/-]+$/, '')
      .trim()
    const key = normaliseText(name)
    if (name.length < 2 || name.length > nameCharsMax || notName.test(name) || seen.has(key)) continue
    seen.add(key)
    kept.push(name)
  }
  return kept
    .filter((name) => !kept.some((other) => other !== name && normaliseText(other).includes(normaliseText(name))))
    .slice(0, namesMax)
}
