import type { Query, QueryRemark } from '@rafid/query'
import { html } from 'hono/html'
import { isolated } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { Said } from './interface-language.ts'
import type { View } from './view.ts'

const remarks: Readonly<Record<QueryRemark['code'], Said>> = {
  'unclosed-quote': {
    ar: 'علامة اقتباس لم تُغلق؛ بحثنا عن الكلمات كل على حدة:',
    en: 'A quote is not closed; its words were searched one by one:',
  },
  'unbalanced-parenthesis': { ar: 'قوس بلا قرين:', en: 'A parenthesis has no partner:' },
  'dangling-operator': {
    ar: 'عامل ليس معه ما يربطه، فتجاوزناه:',
    en: 'An operator has nothing to join and was passed over:',
  },
  'unknown-date': { ar: 'لم نفهم التاريخ:', en: 'This date was not understood:' },
  'no-words': { ar: 'ليس في هذا ما يُبحث عنه:', en: 'There is nothing to search for in this:' },
  'too-long': { ar: 'البحث أطول من الحد؛ تركنا ما يبدأ هنا:', en: 'The query is too long; left out from here on:' },
  'too-deep': { ar: 'أقواس متداخلة أكثر من الحد:', en: 'Parentheses are nested too deeply:' },
}

/** What had to be forgiven to understand a query. */
export function remarkList({ ui }: View, said: readonly QueryRemark[]): Html | null {
  if (said.length === 0) return null
  return html`<ul class="remarks" role="status">
    ${said.map(({ code, piece }) => html`<li>${remarks[code][ui]} ${isolated(piece)}</li>`)}
  </ul>`
}

/** A part of a query that narrows it, in words; null for words, which stand in the search box. */
export function partInWords({ t, format }: View, part: Query): Html | null {
  if (part.kind === 'original') return html`${t.onlyOriginals}`
  if (part.kind === 'time') {
    const from = part.after && html`${t.publishedFrom} <bdi dir="ltr">${dayText(part.after)}</bdi>`
    const until = part.before && html`${t.publishedUntil} <bdi dir="ltr">${dayText(part.before)}</bdi>`
    return html`${from} ${until}`
  }
  if (part.kind !== 'field') return null
  const names = { lang: t.language, source: t.source, tag: t.tag, author: t.author, story: t.story }
  const value = part.field === 'lang' ? format.languageName(part.value) : part.value
  return html`${names[part.field]}: ${isolated(value)}`
}

/** A day, with the time where it is not its beginning. */
function dayText(at: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T')
  return time.startsWith('00:00:00.000') ? day : `${day} ${time.slice(0, 5)}`
}
