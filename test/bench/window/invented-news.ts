import type { Article } from '@rafid/contracts'
import { report, reportText } from '../../support/sample-reports.ts'

/** Every third article copies an earlier one. */
const copyEvery = 3

/** Articles of some 140 words each, a third of them edited copies. */
export function inventedArticle(number: number): Article {
  const source = number % copyEvery === 0 ? Math.max(0, number - 2 * copyEvery - 1) : number
  const text = reportText(source)
  return report(number, source === number ? text : text.replace('The ', 'On Monday the '), { hour: number / 300 })
}

/** One form, filled with other numbers and names each time. */
export function filledTemplate(number: number): Article {
  const text = `The weather office expects ${number % 47} degrees on day ${number} in district ${number * 7}, with wind of ${(number * 13) % 97} knots from the west and ${(number * 5) % 59} millimetres of rain before noon, said duty officer number ${number * 17}, who asked people to close their windows and to keep ${number * 3} metres away from the shore until ${number % 24} o'clock.`
  return report(number, text, { hour: number / 300 })
}
