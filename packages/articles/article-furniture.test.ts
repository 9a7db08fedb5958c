import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { articleDateline } from './article-dateline.ts'
import { extractArticle } from './extract-article.ts'

const own = [
  'أعادت بلدية الوادي فتح الجسر الحجري أمام المشاة صباح اليوم، بعد ترميم استغرق عامين وشارك فيه عشرون حجّارا.',
  'وقالت المهندسة المشرفة على الأعمال إن حجارة الجسر رُقّمت واحدة واحدة قبل رفعها، ثم أعيدت إلى مواضعها كما كانت.',
]
const title = 'بلدية الوادي تعيد فتح الجسر الحجري أمام المشاة'

function read(body: string, heading = `<h1>${title}</h1>`) {
  const html = `<html lang="ar"><head><title>${title} - أخبار الوادي</title></head><body>${heading}${body}</body></html>`
  return extractArticle(html, { url: 'https://wadi.example/a/1' })
}
const paragraphs = own.map((text) => `<p>${text}</p>`).join('')

describe('the dateline', () => {
  const datelines: [string, string, string | null][] = [
    ['القاهرة - رويترز: أعلنت الوزارة أن الجسر فتح.', 'القاهرة', 'رويترز'],
    ['جبل الغيم (الوادي) - أعلنت البلدية أن الجسر فتح.', 'جبل الغيم', 'الوادي'],
    ['القاهرة (أ ف ب) - أعلنت الوزارة أن الجسر فتح.', 'القاهرة', 'أ ف ب'],
    ['الرياض 3 مايو (واس) أعلنت الوزارة أن الجسر فتح.', 'الرياض', 'واس'],
    ['بيروت - «الوادي»: أعلنت الوزارة أن الجسر فتح.', 'بيروت', 'الوادي'],
    ['رويترز - القاهرة: أعلنت الوزارة أن الجسر فتح.', 'القاهرة', 'رويترز'],
    ['عمان، د.ب.أ - أعلنت الوزارة أن الجسر فتح.', 'عمان', 'د.ب.أ'],
    ['LONDON (Reuters) — The bridge was opened on Monday.', 'LONDON', 'Reuters'],
    ['PARIS, May 3 (AFP) - The bridge was opened on Monday.', 'PARIS', 'AFP'],
    ['NEW YORK — The bridge was opened on Monday.', 'NEW YORK', null],
  ]
  it.each(datelines)('of «%s»', (text, place, by) => {
    expect(articleDateline(text)).toEqual({ place, by })
  })

  it.each([
    own[0] ?? '',
    'الوزير (62 عاما) قال إن الجسر فتح أمام المشاة.',
    'المدير: لن يغلق الجسر في الشتاء.',
    'A bridge - and a road: both were opened on Monday.',
    'The mayor (pictured) opened the bridge - and the road.',
    'NATO-led forces left the valley on Monday.',
  ])('is not read into «%s»', (text) => {
    expect(articleDateline(text)).toBeNull()
  })

  it('gives the place and the agency, and stays in the text', () => {
    const text = `القاهرة - رويترز: ${own[0]}`
    const article = read(`<p>${text}</p><p>${own[1]}</p>`)
    expect(article).toMatchObject({ dateline: 'القاهرة', attribution: { name: 'رويترز' } })
    expect(article.text).toContain(text)
  })

  it('never throws', () => {
    const piece = constantFrom('القاهرة', ' - ', '(', ')', 'رويترز', ':', '«', '»', '،', ' ', '—', 'LONDON', '3')
    const text = oneof(
      array(piece).map((pieces) => pieces.join('')),
      string({ unit: 'binary' }),
    )
    assert(
      property(text, (one) => {
        expect(articleDateline(one)?.place).not.toBe('')
      }),
    )
  })
})

describe('the photo credit', () => {
  const credits: [string, string][] = [
    ['<figure><img src="/a.jpg"><figcaption>الجسر صباح اليوم. تصوير: سامر الوادي</figcaption></figure>', 'سامر الوادي'],
    ['<figure><img src="/a.jpg"><figcaption>الجسر صباح اليوم (أ ف ب)</figcaption></figure>', 'أ ف ب'],
    [
      '<figure><img src="/a.jpg"><figcaption>The bridge (Photo by Ann Mill/Getty Images)</figcaption></figure>',
      'Ann Mill/Getty Images',
    ],
    [
      '<figure><img src="/a.jpg"><figcaption>The bridge. <span class="credit">Photo: Ann Mill</span></figcaption></figure>',
      'Ann Mill',
    ],
    ['<figure><img src="/a.jpg"><figcaption>© 2024 Ann Mill</figcaption></figure>', 'Ann Mill'],
    ['<p>تصوير: سامر الوادي</p>', 'سامر الوادي'],
  ]
  it.each(credits)('%s', (html, credit) => {
    expect(read(html + paragraphs).photoCredit).toBe(credit)
  })

  it('is not a caption without a name, nor a sentence on photography', () => {
    expect(
      read(`<figure><img src="/a.jpg"><figcaption>الجسر صباح اليوم.</figcaption></figure>${paragraphs}`).photoCredit,
    ).toBeNull()
    expect(
      read(`${paragraphs}<p>تصوير المشاهد الأولى بدأ قبل عام، وشارك فيه خمسة من أبناء البلدة.</p>`).photoCredit,
    ).toBeNull()
  })
})

describe('breaking news', () => {
  it.each([
    `<h1>عاجل: ${title}</h1>`,
    `<h1>عاجل | ${title}</h1>`,
    `<div>عاجل</div><h1>${title}</h1>`,
    `<span>BREAKING NEWS</span><h1>${title}</h1>`,
    `<h1>عاجل.. ${title}</h1>`,
  ])('is marked by %s', (heading) => {
    expect(read(paragraphs, heading).breaking).toBe(true)
  })

  it.each([
    `<div>عاجل <marquee>افتتاح خط القطار • أسعار الخضار تتراجع</marquee></div><h1>${title}</h1>`,
    `<div id="urgent"><span>عاجل</span> <marquee></marquee></div><div><h1>${title}</h1></div>`,
    `<h1>علاج عاجل لمرضى القلب في مستشفى الوادي</h1>`,
    `<h1>Breaking the silence on the old bridge</h1>`,
  ])('is not marked by %s', (heading) => {
    expect(read(paragraphs, heading).breaking).toBe(false)
  })
})

describe('a source without a colon', () => {
  it('is credited when it has a line of its own', () => {
    const article = read(`${paragraphs}<p>نقلاً عن صحيفة صوت الوادي</p>`)
    expect(article).toMatchObject({ text: own.join('\n\n'), attribution: { name: 'صوت الوادي' } })
  })

  it('is credited when its label is a link itself', () => {
    const article = read(`${paragraphs}<p><a href="/s">المصدر</a>: <a href="https://s.example/">صوت الوادي</a></p>`)
    expect(article.attribution).toEqual({ name: 'صوت الوادي', url: 'https://s.example/' })
  })
})

it('ends a short text with its source and tags, however long the next story is', () => {
  const other = [
    'يعرض متحف الري في قاعته الجديدة سبع ساعات ماء كان المزارعون يقتسمون بها مياه النهر، وأقدمها من مطلع القرن الماضي.',
    'وأوضح مدير المتحف أن الزوار سيرون الساعات وهي تعمل يومي الخميس والجمعة، وأن الدخول مجاني للتلاميذ ومعلميهم.',
    'كما يقدم المتحف جولة في الأقنية الحجرية التي تحت المبنى، ويطلب ممن يرغب فيها أن يحجز مكانه قبل يومين.',
  ]
  const labels = ['المصدر: صوت الوادي', 'الوسوم: جسور، ترميم، حجر', 'اقرأ أيضا:', 'متحف الري يعرض ساعات الماء']
  expect(read(`<div>${[...own, ...labels, ...other].join('<br><br>')}</div>`).text).toBe(own.join('\n\n'))
})

it('merges keywords that differ in spelling only, and keeps those that differ in words', () => {
  const { keywords } = read(`${paragraphs}<p>الوسوم: بلدية الوادي، بلديه الوادي، بلدیة الوادي، الوادي</p>`)
  expect(keywords).toEqual(['بلدية الوادي', 'الوادي'])
})
