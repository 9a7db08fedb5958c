import { normaliseText } from '@rafid/text'
import type { QueryField } from './query.ts'

/** What stands before a colon and is no word. */
export type Operator = QueryField | 'after' | 'before' | 'on' | 'is'

const names: Readonly<Record<Operator, string>> = {
  source: 'source site مصدر المصدر',
  lang: 'lang language لغة اللغة',
  tag: 'tag keyword وسم الوسم',
  author: 'author by كاتب الكاتب',
  story: 'story قصة القصة',
  after: 'after since بعد منذ',
  before: 'before until قبل',
  on: 'on day يوم',
  is: 'is نوع',
}

const originals = new Set(['original', 'originals', 'أصل', 'أصلي', 'الأصل'].map((word) => normaliseText(word)))

const operators = new Map(
  Object.entries(names).flatMap(([operator, said]) =>
    said.split(' ').map((name): [string, Operator] => [normaliseText(name), operator as Operator]),
  ),
)

/** No name of an operator is longer, in UTF-16 units, with all the marks that writers may put on it. */
const nameCharsMax = 40

/** The operator of a name, in English or Arabic; null for any other word. */
export function operatorNamed(name: string): Operator | null {
  return name.length > nameCharsMax ? null : (operators.get(normaliseText(name)) ?? null)
}

/** Whether `is:` with this value asks for originals. */
export function meansOriginals(value: string): boolean {
  return originals.has(normaliseText(value))
}
