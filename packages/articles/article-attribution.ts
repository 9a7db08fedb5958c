import { normaliseText } from '@rafid/text'

import { absoluteUrl } from './absolute-url.ts'
import type { Block } from './blocks.ts'
import type { Section } from './sections.ts'

export type Attribution = { name: string; url: string | null }

const nameCharsMax = 80
/** A dateline opens the first paragraph. */
const datelineCharsMax = 60

/** News agencies as they sign, normalised and without dots. */
const agencies = new Set(
  `ا ف ب|د ب ا|ا ب|ا ش ا|و م ع|رويترز|وكالات|الوكالات|الاناضول|شينخوا|سبوتنيك|واس|وام|كونا|بترا|قنا|بنا|سانا|سونا|سبا|وفا|واع|وال|وات|واج|العمانيه|فرانس برس|بي بي سي|الشرق الاوسط|
  afp|reuters|ap|dpa|upi|xinhua|tass|efe|ansa|apa|sda|belga|anadolu|aa|bloomberg|press association|pa|associated press|kyodo|yonhap|pti|ians|interfax|ria novosti|тасс|рейтер|риа новости|интерфакс`
    .split('|')
    .map(normaliseText),
)
const appeared = /(?:أولاً?\s+على|appeared first on|apareció primero en|est apparu en premier sur)\s+(.+?)\.?$/iu

/**
 * Who published a text first: a label line («المصدر: …», "Source: …"), a note that it appeared elsewhere, or the
 * agency that signs at the end or in the dateline.
 */
export function articleAttribution(sections: Section[], lines: Block[], base: string): Attribution | null {
  return fromLabels(sections, base) ?? fromNote(sections, base) ?? fromAgency(lines)
}

function fromLabels(sections: Section[], base: string): Attribution | null {
  for (const section of sections) {
    if (section.role !== 'source') continue
    const holder = section.label.links.length > 0 || section.rest !== '' ? section.label : section.members[0]
    if (holder === undefined) continue
    const link = holder.links[0]
    const name = nameFrom(link?.text ?? (holder === section.label ? section.rest : holder.text))
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

function fromAgency(lines: Block[]): Attribution | null {
  const last = lines.at(-1)?.text ?? ''
  const first = lines[0]?.text.slice(0, datelineCharsMax) ?? ''
  const signed =
    /[([]([^()[\]]{1,30})[)\]][\s.]*$/.exec(last)?.[1] ?? /\s[-–—]{1,2}\s?([\p{L} .]{2,20})$/u.exec(last)?.[1]
  const dated =
    /[([]([^()[\]]{1,30})[)\]]/.exec(first)?.[1] ?? /[-–—,،]\s*([\p{L} .]{2,20}?)\s*[-–—:]/u.exec(first)?.[1]
  for (const name of [signed, dated]) {
    if (name !== undefined && agencies.has(normaliseText(name.replaceAll('.', ' '))))
      return { name: name.trim(), url: null }
  }
  return null
}

function nameFrom(text: string): string | null {
  const name = text.replace(/^[\s:：«"“]+|[\s.،,»"”]+$/g, '')
  return name === '' || name.length > nameCharsMax ? null : name
}
