import type { Ui } from './interface-language.ts'

/** The forms of a counted noun; `#` stands for the number. Forms left out are as `other`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

const rules: Record<Ui, Intl.PluralRules> = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') }
const numbers: Record<Ui, Intl.NumberFormat> = {
  ar: new Intl.NumberFormat('ar-u-nu-latn'),
  en: new Intl.NumberFormat('en'),
}

/** A number with its noun in the right form; Arabic has six of them. */
export function counted(ui: Ui, forms: Forms): (count: number) => string {
  return (count) => (forms[rules[ui].select(count)] ?? forms.other).replace('#', numbers[ui].format(count))
}

/** A counted noun in both languages of the interface. */
export function both(ar: Forms, en: Forms): Record<Ui, (count: number) => string> {
  return { ar: counted('ar', ar), en: counted('en', en) }
}
