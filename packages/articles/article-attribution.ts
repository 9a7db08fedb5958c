import { absoluteUrl } from './absolute-url.ts'
import type { Dateline } from './article-dateline.ts'
import type { Block } from './blocks.ts'
import { isNewsAgency } from './news-agencies.ts'
import { linksOf, type Section } from './sections.ts'

export type Attribution = { name: string; url: string | null }

const nameCharsMax = 80
const appeared = /(?:أولاً?\s+على|appeared first on|apareció primero en|est apparu en premier sur)\s+(.+?)\.?$/iu

/**
 * Who published a text first: a label line («المصدر: …», "Source: …"), a note that it appeared elsewhere, or the
 * agency that signs at the end or in the dateline.
 */
export function articleAttribution(
  sections: Section[],
  lines: Block[],
  dateline: Dateline | null,
  base: string,
): Attribution | null {
  return fromLabels(sections, base) ?? fromNote(sections, base) ?? fromAgency(lines, dateline)
}

function fromLabels(sections: Section[], base: string): Attribution | null {
  for (const section of sections) {
    if (section.role !== 'source') continue
    const link = linksOf(section)[0]
    const name = nameFrom(link?.text ?? (section.rest === '' ? (section.members[0]?.text ?? '') : section.rest))
    if (name !== null) return { name, url: link === undefined ? null : absoluteUrl(link.href, base) }
  }
  return null
}

function fromNote(sections: Section[], base: string): Attribution | null {
  for (const { role, label } of sections) {
    const name = role === 'boilerplate' ? nameFrom(appeared.exec(label.text)?.[1] ?? '') : null
    const link = label.links.at(-1)
    if (name !== null) return { name, url: link === undefined ? null : absoluteUrl(link.href, base) }
  }
  return null
}

function fromAgency(lines: Block[], dateline: Dateline | null): Attribution | null {
  const last = lines.at(-1)?.text ?? ''
  const signed =
    /[([]([^()[\]]{1,30})[)\]][\s.]*$/.exec(last)?.[1] ?? /\s[-–—]{1,2}\s?([\p{L} .]{2,20})$/u.exec(last)?.[1]
  const name = [signed, dateline?.by].find((one) => typeof one === 'string' && isNewsAgency(one))
  return typeof name === 'string' ? { name: name.trim(), url: null } : null
}

function nameFrom(text: string): string | null {
  const name = text.replace(/^[\s:：«"“]+|[\s.،,»"”]+$/g, '')
  return name === '' || name.length > nameCharsMax ? null : name
}
