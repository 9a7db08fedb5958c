import { normaliseText } from '@rafid/text'

import { decodeEntities } from './decode-entities.ts'

/** Names are short; longer text is a sentence about the author. */
const nameCharsMax = 100
const namesMax = 10
const wordsMax = 7

const label =
  /^\s*(?:written by|posted by|published by|story by|words by|text(?:e|o)?|foto|author(?: name|\(s\)|s)?|autor(?:e|en|es|in)?|auteure?s?|auteur\(s\)|redaktion|von|by|par|por|haber|yazan|автор|текст|نویسنده|نوشته|كتبت?|بقلم|إعداد|اعداد|تحرير|اسم الكاتب|الكاتبة?|المحرر|作者|文|記者|记者|著者|기자)\s*[:：|]\s*/iu
const preposition =
  /^\s*(?:(?:this (?:post|article) was )?(?:written|posted|story|words|text|published|reported|reporting|article|created|submitted|added|reviewed|veröffentlicht|geschrieben|verfasst|erstellt|eingestellt|publié|rédigé|escrito|publicado|scritto|napisał)\s+)?(?:by|von|vom|par|por|di|door|przez|oleh|بقلم|كتبت?|إعداد|اعداد)\s+/iu
const glued = /^(?:Written by|Posted by|By|Author|Von|Par|Por)(?=\p{Lu}\p{Ll})/u
const tail =
  /\s*(?:[•·|]|\s[-–—/]\s|,\s*(?:updated|published|staff|reporter|editor|correspondent|senior|contributing|contributor|cnn|ap|associated press|special to|phd|md|usa today|for )|\d{1,2}[:./]\d{2}|\b(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{4}\b|@|\b(?:last )?updated\b|\bpublished\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d).*$/iu
const saying = /\s+(?:says|said|writes|wrote|dice|dit|sagt|schreibt)\s*:?$/iu
const notName =
  /^\p{Lu}{2}$|eingestellt von|https?:|www\.|^[\d\s\p{P}]+$|[<>{}*=[\]?!]|\d{3}|erforderlich|required|enter your|^(?:admin|administrator|editors?|staff|webmaster|redaktion|redaktionsteam|authors?|unknown|anonymous|no author|n\/a|none|null|undefined|home|follow|by|von|par|por|written by|posted by|posted on|published|posted|beitrag|article|about the author|the author|name|email|e-mail|website|url|twitter|facebook|instagram|linkedin|youtube|rss|contact|about|share|print|login|more|read more|bio|profile|view all posts|see all|guest|user|default|test|محرر|المحرر|الكاتب|الكاتبة|كتب|تحرير|وكالات|متابعات)$/iu
const particles = new Set(
  'de del della di da dos das do la le les van von der den ter ten zu zur af av el al bin bint ibn abu y e i and und et o a the of for with st jr sr ii iii'.split(
    ' ',
  ),
)
const cased = /^\p{Script=Latin}|^\p{Script=Cyrillic}|^\p{Script=Greek}/u

/** How much a name looks like a person's: 2 a full one, 1 a single word, 0 a login or a sign-off. */
export type NameQuality = 0 | 1 | 2

/** The names in the raw values of one source, cleaned of labels, dates and offices, each once. */
export function authorNames(values: string[]): string[] {
  if (values.length === 0) return []
  const kept = new Map<string, string>()
  for (const raw of values.slice(0, 50)) {
    const name = cleanName(raw)
    const key = normaliseText(name)
    if (name.length < 2 || name.length > nameCharsMax || notName.test(name) || key.length < 2 || kept.has(key)) continue
    kept.set(key, name)
  }
  const keys = [...kept.keys()]
  return [...kept]
    .filter(([key]) => !keys.some((other) => other !== key && ` ${other} `.includes(` ${key} `)))
    .map(([, name]) => name)
    .slice(0, namesMax)
}

function cleanName(raw: string): string {
  let name = decodeEntities(raw.slice(0, nameCharsMax * 3)).replace(glued, '')
  // «Text: Von Anna Berg» has two labels.
  for (let round = 0; round < 2; round++) name = name.replace(label, '').replace(preposition, '')
  return name
    .replace(tail, '')
    .replace(saying, '')
    .replace(/^[\s,،;:/\-–—|]+|[\s,،;:/\-–—|.]+$/gu, (signs) => (signs === '.' ? '.' : ''))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Judges by its form whether a text is a name. */
export function nameQuality(name: string): NameQuality {
  const words = name.replace(/\s*\([^()]*\)/g, '').split(/\s+/)
  if (words.length > wordsMax || /[\d_@/:]|\.\p{Ll}|\.(?:com|de|org|net)\b/u.test(name)) return 0
  const isProper = words.every(
    (word) => !cased.test(word) || /^\p{Lu}/u.test(word) || particles.has(word.toLowerCase()),
  )
  if (!isProper) return 0
  return words.length > 1 ? 2 : 1
}
