import { html } from 'hono/html'
import { pathTo } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { Said, Ui } from './interface-language.ts'
import type { View } from './view.ts'

const title: Said = { ar: 'كيف تكتب البحث', en: 'How to write a search' }

/** Examples of queries in each language of the interface, and what they find. */
const examples: Readonly<Record<Ui, readonly (readonly [query: string, meaning: string])[]>> = {
  ar: [
    ['"مجلس الأمن"', 'الكلمتان متجاورتين بصيغتيهما'],
    ['انتخابات -رئاسية', 'بلا كلمة؛ أو NOT قبلها'],
    ['مرفأ | ميناء', 'إحداهما؛ أو OR بينهما'],
    ['(مرفأ | ميناء) AND إضراب', 'الأقواس تجمع'],
    ['اقتصاد*', 'كلمات تبدأ هكذا'],
    ['مصدر:"رويترز" لغة:عربي', 'مصدر ولغة'],
    ['وسم:اقتصاد كاتب:سعاد', 'وسم وكاتب'],
    ['بعد:"منذ أسبوع" قبل:أمس', 'مدة بالكلمات'],
    ['يوم:2026-01-31', 'يوم، أو شهر مثل 2026-01'],
    ['نوع:أصلي', 'الأصول دون نسخها'],
  ],
  en: [
    ['"security council"', 'these words in this order, in their exact forms'],
    ['election -local', 'without a word; or NOT before it'],
    ['port | harbour', 'either; or OR between them'],
    ['(port | harbour) AND strike', 'parentheses group'],
    ['econom*', 'words that begin so'],
    ['source:"Reuters" lang:english', 'a source, a language'],
    ['tag:economy author:smith', 'a keyword, an author'],
    ['after:"a week ago" before:yesterday', 'a time, in words'],
    ['on:2026-01-31', 'a day; or a month, as in 2026-01'],
    ['is:original', 'originals without their copies'],
  ],
}

/** The operators of a query by example. */
export function queryHelp({ ui }: View, isOpen: boolean): Html {
  return html`<details class="help" ${isOpen && html`open`}>
    <summary>${title[ui]}</summary>
    <dl>
      ${examples[ui].map(
        ([query, meaning]) =>
          html`<dt>
              <a href="${pathTo('/search', { q: query })}"><bdi>${query}</bdi></a>
            </dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
  </details>`
}
