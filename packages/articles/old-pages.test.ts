import { describe, expect, it } from 'vitest'

import { extractArticle } from './extract-article.ts'

const title = 'مصنع الزجاج القديم يفتح أبوابه متحفا للحرف'
const own = [
  'فتح مصنع الزجاج القديم أبوابه متحفا للحرف بعد إغلاق دام عشرين عاما، وقالت البلدية إن الدخول مجاني طوال الشهر الأول.',
  'ويعرض المتحف أفرانا أعيد تشغيلها، ويقدم فيه ثلاثة من صناع الزجاج المتقاعدين دروسا أسبوعية لمن يريد تعلم الحرفة.',
  'ويأمل القائمون عليه أن يعود السوق المجاور إلى الحياة، بعدما هجره معظم أصحاب الدكاكين في السنوات الماضية.',
]
const paragraphs = own.map((text) => `<p>${text}</p>`).join('')

function read(before: string, after: string) {
  const html = `<html lang="ar"><head><title>وكالة السد - ${title}</title></head><body><div><a href="/">الصفحة الأولى</a></div>
    ${before}<div><h1>${title}</h1></div><div>${paragraphs}</div>${after}</body></html>`
  return extractArticle(html, { url: 'https://sadd.example/n/7' })
}

describe('what old templates print around a text, in lines without names', () => {
  const furniture: [string, string, string][] = [
    [
      'a ticker of headlines',
      '<div><span>عاجل</span> <marquee>افتتاح خط القطار الجديد بين المدينتين بعد أربع سنوات من العمل • أسعار الخضار تتراجع في الأسواق الشعبية مع بداية الموسم • منتخب الناشئين يتأهل إلى نصف النهائي للمرة الثانية •</marquee></div>',
      '',
    ],
    [
      'headlines parted by bars',
      '<div>افتتاح خط القطار الجديد بين المدينتين بعد أربع سنوات من العمل | أسعار الخضار تتراجع في الأسواق الشعبية | منتخب الناشئين يتأهل إلى نصف النهائي</div>',
      '',
    ],
    ['a line of facts', '<div>السد | رقم الخبر 4411 | 17/09/2023 - 21:30 بتوقيت غرينتش</div>', ''],
    [
      'tools and tags in one row',
      '',
      '<div>أضف إلى المفضلة | أرسل لصديق | طباعة | <b>كلمات دلالية:</b> زجاج، متاحف</div>',
    ],
    [
      "visitors' comments in plain lines",
      '',
      '<table><tr><td><b>تعليقات الزوار</b></td></tr><tr><td>ابن المدينة: خطوة جميلة، ونتمنى أن تستمر بعد الشهر الأول أيضا.</td></tr><tr><td>زائرة: كنت أعمل فيه قبل ثلاثين عاما، ولم أتوقع أن أراه مفتوحا.</td></tr></table>',
    ],
  ]
  it.each(furniture)('%s is no part of it', (_name, before, after) => {
    expect(read(before, after).text).toBe(own.join('\n\n'))
  })

  it('takes the closing signature for the author, not for text', () => {
    const html = `<h1>${title}</h1><div>${paragraphs}<p>(انتهى) سمر الوادي</p></div>`
    const { text, author } = extractArticle(html, { url: 'https://sadd.example/n/7' })
    expect({ text, author }).toEqual({ text: own.join('\n\n'), author: 'سمر الوادي' })
  })
})

describe('the keywords of a printed line', () => {
  it('are found in the middle of a row of tools', () => {
    expect(read('', '<div>أرسل لصديق | طباعة | كلمات دلالية: زجاج، متاحف</div>').keywords).toEqual(['زجاج', 'متاحف'])
  })

  it('end with the line: tools and footers that follow are none', () => {
    const list = '<div>الكلمات المفتاحية: زجاج - متاحف</div>'
    const links = '<p>Topics: <a href="/t/1">زجاج</a> <a href="/t/2">متاحف</a></p>'
    const tools = '<div><a href="#print">نسخة للطباعة</a> <a href="#send">أرسل إلى صديق</a></div>'
    const footer = '<footer><p>Reprint freely. <a href="/about">About</a> <a href="/privacy">Privacy</a></p></footer>'
    for (const printed of [list, links]) {
      expect(read('', printed + tools + footer).keywords).toEqual(['زجاج', 'متاحف'])
    }
  })
})
