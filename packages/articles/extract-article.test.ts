import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { extractArticle } from './extract-article.ts'

const url = 'https://sahel.example/n/1'
const title = 'ترميم الميناء القديم يبدأ الأسبوع المقبل'
const own = [
  'أعلنت بلدية المدينة الساحلية أنها ستبدأ الأسبوع المقبل ترميم الميناء القديم، بكلفة تزيد على ثلاثة ملايين دينار.',
  'وقال رئيس البلدية إن الأعمال ستستمر عاما كاملا، وإن حركة الصيادين لن تتوقف خلال هذه المدة.',
  'شارك الوزير في حفل وضع حجر الأساس، وأكد المصدر ذاته أن المزيد من الدعم سيصل قبل نهاية الشتاء.',
  'وينتظر السكان أن يعيد المشروع الحياة إلى السوق المجاورة التي أغلقت محالها منذ سنوات طويلة.',
]
const otherTitle = 'بطولة الشطرنج للناشئين تنطلق في العاصمة بمشاركة عشرين دولة'
const other = [
  'انطلقت في العاصمة بطولة الشطرنج للناشئين بمشاركة مئة لاعب من عشرين دولة، وتستمر خمسة أيام.',
  'ويتنافس اللاعبون الناشئون على ثلاث كؤوس، وتقام المباراة النهائية في قاعة الأوبرا.',
]

function paragraphs(texts: string[]) {
  return texts.map((text) => `<p>${text}</p>`).join('')
}

function page(body: string, head = '') {
  return `<html lang="ar"><head><title>${title} | صحيفة الساحل</title>${head}</head><body>
    <div><a href="/">الرئيسية</a> <a href="/s">رياضة</a></div><h1>${title}</h1>${body}
    <footer><p>جميع الحقوق محفوظة لصحيفة الساحل، ولا يجوز النقل إلا بإذن مكتوب.</p></footer></body></html>`
}

describe('the text of an article, whole and alone', () => {
  const link = `<a href="/t">${otherTitle}</a>`
  const layouts: [string, string][] = [
    ['paragraphs', paragraphs(own)],
    ['boxes without classes', own.map((text) => `<div>${text}</div>`).join('')],
    ['lines in one box', `<div>${own.join('<br><br>')}</div>`],
    ['lines apart by single breaks', `<div>${own.join('<br>')}</div>`],
    [
      'a read-also link in the middle',
      `${paragraphs(own.slice(0, 2))}<p>اقرأ أيضاً: ${link}</p>${paragraphs(own.slice(2))}`,
    ],
    [
      'a read-also label over a link',
      `${paragraphs(own.slice(0, 2))}<p><b>اقرأ أيضا</b></p><p>${link}</p>${paragraphs(own.slice(2))}`,
    ],
    [
      'a boxed teaser in the middle',
      `${paragraphs(own.slice(0, 2))}<div><h4>إقرأ أيضاً</h4>${link}<p>${other[0]}</p></div>${paragraphs(own.slice(2))}`,
    ],
    ['another story at the end', `${paragraphs(own)}<h3>قد يهمك أيضا</h3><h2>${link}</h2>${paragraphs(other)}`],
    [
      'another story, flat',
      `<div>${own.join('<br><br>')}<br><br>إقرأ أيضاً:<br><br>${otherTitle}<br><br>${other.join('<br><br>')}</div>`,
    ],
    [
      'another story before the source',
      `${paragraphs(own)}<p>اقرأ أيضا:</p><p>${otherTitle}</p>${paragraphs(other)}<p>المصدر: وكالة الساحل</p>`,
    ],
    [
      'promotions and share lines',
      `${paragraphs(own.slice(0, 1))}<p>لمتابعة أحدث الأخبار عبر تطبيق الساحل اضغط هنا</p>${paragraphs(own.slice(1))}<p>شارك الخبر</p>`,
    ],
    ['comments', `${paragraphs(own)}<h3>التعليقات</h3>${paragraphs(other)}`],
    [
      'a hidden copy and an aside',
      `<aside>${paragraphs(other)}</aside>${paragraphs(own)}<div style="display:none">${paragraphs(own)}</div>`,
    ],
    ['the title again as first line', `<p>${title}</p>${paragraphs(own)}`],
    [
      'a caption',
      `<figure><img src="/p.jpg" alt=""><figcaption>صيادون في الميناء القديم، العام الماضي.</figcaption></figure>${paragraphs(own)}`,
    ],
    ['a misleading name around all', `<div class="related-sidebar">${paragraphs(own)}</div>`],
    ['a cookie wall beside it', `<div class="cookie-consent">${paragraphs(other)}</div>${paragraphs(own)}`],
  ]
  it.each(layouts)('%s', (_name, body) => {
    expect(extractArticle(page(body), { url }).text).toBe(own.join('\n\n'))
  })

  it('counts a wire item of one sentence', () => {
    expect(extractArticle(page(`<div>${own[0]}</div>`), { url }).text).toBe(own[0])
  })
})

it('reads the title, date, author, source, keywords and other stories from label lines', () => {
  const article = extractArticle(
    page(
      `<div>نشر في: ١٧ أيلول ٢٠٢٣ - ٩:٣٠ مساءً</div><div>كتب: سامي الخطيب</div>${paragraphs(own)}
       <div>المصدر</div><div><a href="https://agency.example/">وكالة الساحل</a></div>
       <p>الكلمات المفتاحية: الميناء، صيد، الميناءُ، ترميم</p><p>اقرأ أيضا: <a href="/t">${otherTitle}</a></p>`,
    ),
    { url },
  )
  expect(article).toMatchObject({
    title,
    author: 'سامي الخطيب',
    publishedAt: new Date('2023-09-17T21:30:00Z'),
    lang: 'ar',
    attribution: { name: 'وكالة الساحل', url: 'https://agency.example/' },
    keywords: ['الميناء', 'صيد', 'ترميم'],
    readAlso: [{ title: otherTitle, url: 'https://sahel.example/t' }],
  })
})

it('reads what the page declares, and judges it', () => {
  const article = extractArticle(
    page(
      paragraphs(own),
      `<link rel="canonical" href="https://www.sahel.example/n/1-harbour"><meta property="og:image" content="/i/h.jpg">
       <meta property="article:published_time" content="2023-09-17T10:00:00+03:00"><meta property="article:modified_time" content="2023-09-18">
       <meta name="author" content="بقلم: منى حداد"><meta property="og:title" content="${title}">`,
    ),
    { url },
  )
  expect(article).toMatchObject({
    canonicalUrl: 'https://www.sahel.example/n/1-harbour',
    image: 'https://sahel.example/i/h.jpg',
    publishedAt: new Date('2023-09-17T07:00:00Z'),
    updatedAt: new Date('2023-09-18T00:00:00Z'),
    author: 'منى حداد',
  })
})

it('credits the agency that signs', () => {
  const signed = paragraphs([...own.slice(0, 3), `${own[3]} (أ ف ب)`])
  expect(extractArticle(page(signed), { url }).attribution).toEqual({ name: 'أ ف ب', url: null })
  const dated = paragraphs([`عمان (رويترز) - ${own[0]}`, ...own.slice(1)])
  expect(extractArticle(page(dated), { url }).attribution).toEqual({ name: 'رويترز', url: null })
})

it('does not take the front page or another site for the canonical address', () => {
  for (const canonical of ['https://sahel.example/', 'https://other.example/n/1', 'javascript:alert(1)']) {
    const head = `<link rel="canonical" href="${canonical}">`
    expect(extractArticle(page(paragraphs(own), head), { url }).canonicalUrl).toBeNull()
  }
})

it('falls back to JSON-LD, the feed, and descriptions, with less confidence each time', () => {
  const shown = extractArticle(page(paragraphs(own)), { url })
  const data = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${own.join('\\n')}"}</script>`
  const declared = extractArticle(page('', data), { url })
  const fed = extractArticle(page(''), { url, hints: { contentHtml: paragraphs(own) } })
  const described = extractArticle(page('', `<meta name="description" content="${own[0]}">`), { url })
  expect([declared.text, fed.text, described.text]).toEqual([own.join('\n\n'), own.join('\n\n'), own[0]])
  expect(shown.confidence).toBeGreaterThan(declared.confidence)
  expect(declared.confidence).toBeGreaterThan(described.confidence)
  expect(fed.confidence).toBeGreaterThan(described.confidence)
})

it('gives an empty article for a page without text, and the hints that stand for themselves', () => {
  expect(extractArticle('', { url })).toMatchObject({ title: '', text: '', html: '', lang: null, confidence: 0 })
  const hints = { title: 'From the feed', author: 'A. Writer', keywords: ['one'], publishedAt: new Date('2024-01-02') }
  const article = extractArticle('<p></p>', { url, hints })
  expect(article).toMatchObject({
    title: 'From the feed',
    author: 'A. Writer',
    keywords: ['one'],
    publishedAt: hints.publishedAt,
  })
})

describe('hostile pages', () => {
  const text = `<p>${own[0]}</p>`
  const pages: [string, string][] = [
    ['half a million nested boxes', `${'<div>'.repeat(500_000)}${text}`],
    ['nested lists', `${'<ul><li>'.repeat(50_000)}${text}`],
    ['a quarter of a million attributes', `<div ${'a=1 '.repeat(250_000)}>${text}`],
    ['a hundred thousand links', `${'<a href="/x">link</a> '.repeat(100_000)}${text}`],
    ['four million blanks', `<p>${' '.repeat(4_000_000)}${text}`],
    ['one word of four million letters', `<p>${'a'.repeat(4_000_000)}</p>${text}`],
    ['four million angle brackets', `${'<'.repeat(4_000_000)}${text}`],
    ['label after label', `${text}${'<h2>Read also:</h2><h3>A title of it</h3>'.repeat(9_000)}`],
  ]
  it.each(pages)(
    '%s',
    (_name, html) => {
      expect(extractArticle(html, { url }).text).toContain(own[0]?.slice(0, 20))
    },
    30_000,
  )

  it('never throws on any string, any address, any pieces of HTML', () => {
    const piece = constantFrom(
      ...'<div>|</div>|<p>|</p>|<br>|<a href="/x">|</a>|<table><tr><td>|</td>|</table>|<ul><li>|</ul>|<h2>|</h2>|<b>|</b>|<script>|<script type="application/ld+json">{"@type":"Article"|</script>|<!--|-->|<title>|<meta property="og:title" content=|"|<img src=//[>|<base href="http://[">|اقرأ أيضا:|المصدر:|كلمات دلالية:|Tags:|12/13/2020|&#xD800;&#0;|<time datetime=>'.split(
        '|',
      ),
      `${own[0]}`,
      `${own[1]}`,
    )
    assert(
      property(array(piece, { maxLength: 40 }), string(), (pieces, address) => {
        const article = extractArticle(pieces.join(''), { url: address })
        expect(article.confidence).toBeGreaterThanOrEqual(0)
        expect(article.confidence).toBeLessThanOrEqual(1)
        expect(article.text.isWellFormed()).toBe(true)
        expect(extractArticle(pieces.join(''), { url: address })).toEqual(article)
      }),
      { numRuns: 500 },
    )
    assert(property(string({ unit: 'binary' }), (html) => extractArticle(html, { url }).confidence >= 0))
  })
})
