import type { Relation } from '@rafid/contracts'
import type { Judgement, Reason } from '@rafid/similarity'
import type { Said, Ui } from './interface-language.ts'

const reasons: Readonly<Record<Reason, Said>> = {
  'same-text': { ar: 'النص واحد، ولا فرق إلا في الرسم', en: 'the text is the same but for its spelling' },
  'shared-text': { ar: 'معظم النص مشترك', en: 'most of the text is shared' },
  'contained-text': { ar: 'أحدهما جزء من الآخر', en: 'one is a part of the other' },
  'too-short': { ar: 'النص أقصر من أن يُحكم عليه', en: 'there is too little text to judge' },
  'too-little-shared': { ar: 'المشترك بينهما قليل', en: 'they share too little' },
  'other-numbers': { ar: 'الأرقام مختلفة في المواضع نفسها', en: 'the numbers differ in the same places' },
  'other-names': { ar: 'الأسماء مختلفة في المواضع نفسها', en: 'the names differ in the same places' },
  'filled-template': { ar: 'قالب واحد ملئ بكلمات أخرى', en: 'one form, filled with other words' },
  'exchanged-words': { ar: 'تبادلت كلمات مواضعها', en: 'words have changed places' },
  'other-words': {
    ar: 'في الموضع الواحد كلمة أخرى، وما عدا ذلك واحد',
    en: 'other words stand in a place, and all else is the same',
  },
  'known-template': { ar: 'المشترك بينهما نص معروف من قبل', en: 'what they share has long been known' },
}

const verdicts: Readonly<Record<Judgement['verdict'], Said>> = {
  exact: { ar: 'نسخة مطابقة', en: 'Exact copy' },
  near: { ar: 'نسخة معدلة', en: 'Edited copy' },
  contained: { ar: 'نسخة من جزء', en: 'Copy of a part' },
  different: { ar: 'نصان مختلفان', en: 'Two different texts' },
}

const update: Said = { ar: 'نشر ثان للناشر نفسه', en: 'Published again by the same publisher' }

/** A verdict on two texts in words. */
export function verdictInWords(ui: Ui, verdict: Judgement['verdict']): string {
  return verdicts[verdict][ui]
}

/** How an article is a copy, and why, in words; null where nobody has written it down. */
export function copyInWords(ui: Ui, { how, reason }: Relation): { how: string; why: string | null } | null {
  if (how === undefined) return null
  return { how: (how === 'update' ? update : verdicts[how])[ui], why: whyInWords(ui, reason ?? '') }
}

/** The reason of a verdict in words, null for one that we do not know. */
export function whyInWords(ui: Ui, reason: string): string | null {
  return Object.hasOwn(reasons, reason) ? reasons[reason as Reason][ui] : null
}
