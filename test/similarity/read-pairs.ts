import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { withMarks, withOtherDigits, withOtherLetters, withTatweel, withOtherType } from './write-otherwise.ts'

const folder = join(import.meta.dirname, '../fixtures/pairs')
const files = ['arabic-short', 'arabic-long', 'english-short', 'english-long', 'headlines'] as const

const lengths = {
  'arabic-short': 'short',
  'arabic-long': 'long',
  'english-short': 'short',
  'english-long': 'long',
  headlines: 'headline',
} as const

const edits = z.array(z.string()).min(1)
const variants = z.array(edits).default([])

const report = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  clitics: edits.optional(),
  digits: edits.optional(),
  reworded: variants,
  entity: variants,
  number: variants,
  flip: variants,
  template: variants,
  update: z.strictObject({ expect: z.enum(['copy', 'different']), edits }),
})

type Report = z.infer<typeof report>
type Text = Pick<Report, 'title' | 'text'>

/** Two texts, and whether they are copies of one. */
export type Pair = {
  readonly base: string
  readonly language: 'Arabic' | 'English'
  readonly length: 'headline' | 'short' | 'long'
  readonly group: string
  readonly label: 'same' | 'different' | 'update'
  readonly areCopies: boolean
  /** Pairs of an odd base are kept aside: nothing was tuned on them. */
  readonly isKeptAside: boolean
  readonly earlier: Text
  readonly later: Text
}

type Variant = Pick<Pair, 'group' | 'label' | 'areCopies' | 'later'>

/** Reads the labelled pairs: each report with each of its variants. */
export function readPairs(): Pair[] {
  return files.flatMap((file) => {
    const reports = z.array(report).parse(JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')))
    return reports.flatMap((base) => pairsOf(base, file))
  })
}

function pairsOf(base: Report, file: (typeof files)[number]): Pair[] {
  const language = base.id.startsWith('ar') ? 'Arabic' : 'English'
  const about = {
    base: base.id,
    language,
    length: lengths[file],
    isKeptAside: Number(base.id.slice(-2)) % 2 === 1,
    earlier: { title: base.title, text: base.text },
  } as const
  const written = language === 'Arabic' ? writtenInArabic(base) : [same('type', eachPart(base, withOtherType))]
  return [...written, ...handWritten(base)].map((variant) => ({ ...about, ...variant }))
}

function writtenInArabic(base: Report): Variant[] {
  const byDigits = /[0-9]/.test(`${base.title} ${base.text}`) ? [same('digits', eachPart(base, withOtherDigits))] : []
  return [
    same('spelling', eachPart(base, withOtherLetters)),
    same('marks', eachPart(base, withMarks)),
    same('tatweel', eachPart(base, withTatweel)),
    ...byDigits,
  ]
}

function handWritten(base: Report): Variant[] {
  const different = (['entity', 'number', 'flip', 'template'] as const).flatMap((group) =>
    base[group].map((list): Variant => ({ group, label: 'different', areCopies: false, later: edited(base, list) })),
  )
  const { expect, edits: list } = base.update
  return [
    ...(base.clitics ? [same('clitics', edited(base, base.clitics))] : []),
    ...(base.digits ? [same('digits', edited(base, base.digits))] : []),
    ...base.reworded.map((edit) => same('reworded', edited(base, edit))),
    ...different,
    { group: 'update', label: 'update', areCopies: expect === 'copy', later: edited(base, list) },
  ]
}

function same(group: string, later: Text): Variant {
  return { group, label: 'same', areCopies: true, later }
}

function eachPart({ title, text }: Text, write: (part: string) => string): Text {
  return { title: write(title), text: write(text) }
}

/** @throws RangeError for an edit that changes nothing: a variant must differ by all that is written down */
function edited(base: Text, list: readonly string[]): Text {
  return list.reduce<Text>(
    (before, edit) => {
      const after = eachPart(before, (part) => editedPart(part, edit))
      if (after.title === before.title && after.text === before.text) throw new RangeError(`"${edit}" changes nothing`)
      return after
    },
    { title: base.title, text: base.text },
  )
}

/** `a → b` puts b for every a, `a ↔ b` exchanges them, `⤓ a` moves the sentence of a to the end. */
function editedPart(part: string, edit: string): string {
  if (edit.startsWith('⤓ ')) return withSentenceLast(part, edit.slice(2))
  const [one = '', other] = edit.split(' ↔ ')
  if (other !== undefined)
    return part
      .split(one)
      .map((piece) => piece.replaceAll(other, one))
      .join(other)
  const [from = '', to = ''] = edit.split(/ → ?/)
  return part.replaceAll(from, to)
}

function withSentenceLast(part: string, phrase: string): string {
  const sentences = part.split(/(?<=\.) /)
  const moved = sentences.filter((sentence) => sentence.includes(phrase))
  return [...sentences.filter((sentence) => !sentence.includes(phrase)), ...moved].join(' ')
}
