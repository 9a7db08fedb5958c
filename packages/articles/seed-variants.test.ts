import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { extractArticle } from './extract-article.ts'
import { seedVariants, type SeedStory } from './seed-variants.ts'

const own: SeedStory = {
  title: 'بلدية الوادي تعيد فتح الجسر الحجري أمام المشاة بعد ترميم دام عامين',
  paragraphs: [
    'أعادت بلدية الوادي فتح الجسر الحجري أمام المشاة صباح اليوم، بعد ترميم استغرق عامين وشارك فيه عشرون حجّارا من القرى المجاورة.',
    'وقالت المهندسة ليلى الوادي، المشرفة على الأعمال، إن حجارة الجسر رُقّمت واحدة واحدة قبل رفعها، ثم أعيدت إلى مواضعها "كما كانت قبل مئة عام".',
    'شارك الأهالي في إزالة الركام خلال الشتاء الماضي، وأكد المصدر ذاته أن المزيد من التبرعات وصل بعد انتشار صور العمل.',
    'وكتب طلاب المدرسة على لوحة عند المدخل: «اقرأ أيضا أسماء من بنوه»، وتحتها أسماء البنائين الأوائل كما وردت في سجل البلدية.',
    'ومن المنتظر أن تُفتح السوق الصغيرة عند طرف الجسر مع حلول الربيع، وأن تعود إليها دكاكين النحاسين والعطارين.',
  ],
  source: 'صوت الوادي',
  keywords: [
    'الجسر الحجري',
    'بلدية الوادي',
    'المهندسة ليلى الوادي',
    'ليلى الوادي',
    'المهندسه ليلي',
    'ترميم',
    'بلدیة القریة',
  ],
  readAlso: {
    title: 'متحف الري يعرض ساعات الماء القديمة في قاعة جديدة',
    paragraphs: [
      'يعرض متحف الري في قاعته الجديدة سبع ساعات ماء كان المزارعون يقتسمون بها مياه النهر، وأقدمها من مطلع القرن الماضي.',
      'وأوضح مدير المتحف أن الزوار سيرون الساعات وهي تعمل يومي الخميس والجمعة، وأن الدخول مجاني للتلاميذ ومعلميهم.',
      'كما يقدم المتحف جولة في الأقنية الحجرية التي تحت المبنى، ويطلب ممن يرغب فيها أن يحجز مكانه قبل يومين.',
    ],
  },
  similar: [
    'عاجل - النهر يفيض.. والبلدية تغلق الطريق السفلي',
    'جسر المشاة الخشبي يستقبل زواره من جديد',
    'مدير المتاحف: نرقم كل حجر قبل أن نرفعه',
    'بلدية الجبل ترمم برج الساعة قبل العيد',
    'بلدية الجبل ترمم برج الساعة قبل العيد: لن نتأخر',
    'بعد عامين.. الجسر الحجري «يعود إلى أهله»',
    'متحف الري يعرض ساعات الماء القديمة في قاعة جديدة',
    'سوق النحاسين يستعد للموسم.. ماذا ينقصه؟',
    'حجّارو القرى: عملنا لا تصنعه آلة',
    'الأهالي يزيلون الركام من مجرى النهر',
  ],
}

function read(variant: (story: SeedStory) => string, story: SeedStory) {
  const article = extractArticle(variant(story), { url: 'https://wadi.example/a/98' })
  const { title, text, lang, keywords } = article
  return {
    title,
    text,
    lang,
    keywords,
    source: article.attribution?.name,
    readAlso: article.readAlso.map((one) => one.title),
  }
}

function said({ title, paragraphs, source, keywords, readAlso }: SeedStory) {
  return { title, text: paragraphs.join('\n\n'), lang: 'ar', keywords, source, readAlso: [readAlso.title] }
}

describe('a story among the furniture of its page, exactly, with', () => {
  it.each(Object.entries(seedVariants))('%s', (_name, variant) => {
    expect(read(variant, own)).toEqual(said(own))
  })
})

const seed = new URL('../../../shared/seed/expected.json', import.meta.url)
const absent = existsSync(seed) ? '' : ' (skipped: ../shared/seed is absent)'

describe.skipIf(absent !== '')(`the story beside the project in the same forms${absent}`, () => {
  it.each(Object.entries(seedVariants))('%s', (_name, variant) => {
    const story = seedStory()
    expect(read(variant, story)).toEqual(said(story))
  })
})

function seedStory(): SeedStory {
  const expected: {
    title: string
    body: string[]
    attribution: string
    keywords_as_printed: string[]
    read_also: { title: string; body: string[] }
    similar: string[]
  } = JSON.parse(readFileSync(seed, 'utf8'))
  return {
    title: expected.title,
    paragraphs: expected.body,
    source: expected.attribution,
    keywords: expected.keywords_as_printed,
    readAlso: { title: expected.read_also.title, paragraphs: expected.read_also.body },
    similar: expected.similar,
  }
}
