import { normaliseText } from '@rafid/text'

/**
 * Languages whose month names are read, the Arab world in its four usages: Egypt and the Gulf (يناير), the Levant (كانون
 * الثاني), the Maghreb (جانفي) and Morocco (شتنبر). Where two languages mean different months by one word («listopad»),
 * the one named first has it.
 */
const locales = (
  'ar ar-SY ar-DZ ar-MA en en-GB fr fr-CA es es-MX de de-AT pt it nl tr fa ur ru uk pl cs sk el sv nb da fi ro hu id ms ' +
  'he hi bn ca hr sr sr-Latn bg sl lt lv et gl ps az uz kk be mk sq is sw th'
).split(' ')

/** Names that newspapers print and Intl does not know, twelve a line. */
const extraNames = `
  جنوري فروري * * * * * اگست * * * *
  ژانويه فوريه * آوريل * ژوئن ژوييه اوت سپتامبر اكتبر نوامبر دسامبر
  * * ادار * ايار * يوليوز غشت شتنبر اكتوبر نونبر دجنبر
  * * * ابريل * يونية يولية * * * * *
  jän feber märz * * * * * sept okt * dez
  * * mrz * mei * * * set ott * dic
  janv fév * avr * juin juil * sept * * déc`

/** Naming the months of all languages takes a tenth of a second: not before the first name is looked up. */
let months: ReadonlyMap<string, number> | null = null

/** The month a word names in any of the languages, 1 to 12; 0 for any other word. */
export function monthNamed(name: string): number {
  months ??= monthTable()
  return months.get(monthKey(name)) ?? 0
}

function monthTable(): Map<string, number> {
  const table = new Map<string, number>()
  const enter = (name: string, month: number) => {
    const key = monthKey(name)
    if (/^\p{L}[\p{L}\p{M} ]+$/u.test(key) && !table.has(key)) table.set(key, month)
  }
  for (const line of extraNames.trim().split('\n')) {
    for (const [at, name] of line.trim().split(' ').entries()) enter(name, at + 1)
  }
  for (const locale of locales) for (const { name, month } of namesIn(locale)) enter(name, month)
  return table
}

/** The form in which names are looked up: normalised, without points and apostrophes. */
function monthKey(name: string): string {
  return normaliseText(name).replaceAll(/[.'’]|^de /g, '')
}

/** Long and short names, as they stand alone and inside a date: many languages decline them there. */
function namesIn(locale: string): { name: string; month: number }[] {
  const calendar = `${locale}-u-ca-gregory-nu-latn`
  const forms: Intl.DateTimeFormatOptions[] = [
    { month: 'long', day: 'numeric', timeZone: 'UTC' },
    { month: 'short', day: 'numeric', timeZone: 'UTC' },
    { month: 'long', timeZone: 'UTC' },
  ]
  return forms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(calendar, form)
    return Array.from({ length: 12 }, (_, at) => {
      const parts = format.formatToParts(new Date(Date.UTC(2024, at, 15)))
      return { name: parts.find((part) => part.type === 'month')?.value ?? '', month: at + 1 }
    })
  })
}
