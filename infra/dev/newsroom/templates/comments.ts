import type { Article } from '../article.ts'
import type { Language } from '../publishers.ts'
import { integerBetween, sample, seededRandom } from '../random.ts'
import type { Comment } from './view.ts'

const commentsMax = 4

/** What readers wrote below an article: always the same for the same article. */
export function commentsOn(article: Article): Comment[] {
  const random = seededRandom(article.number)
  const { names, texts } = voices[article.publisher.lang]
  return Array.from({ length: integerBetween(0, commentsMax, random) }, () => ({
    name: sample(names, random),
    text: sample(texts, random),
  }))
}

const voices: Record<Language, { names: readonly string[]; texts: readonly string[] }> = {
  ar: {
    names: ['أبو ليث', 'قارئة من الساحل', 'مواطن', 'غصن الزيتون', 'عابر سبيل', 'أم يزن'],
    texts: [
      'كلام جميل، ونتمنى أن نراه على أرض الواقع قريبًا.',
      'شكرًا على التغطية، لكن أين بقية التفاصيل؟',
      'عندنا في الحي المشكلة نفسها منذ سنين ولا أحد يسأل.',
      'الله يعطيهم العافية، جهد يستحق التقدير.',
      'العنوان شيء والخبر شيء آخر، يا جماعة دقّقوا.',
    ],
  },
  en: {
    names: ['Old Mill Lane', 'gull_watcher', 'Sceptical of Saltby', 'Bea T.', 'Third carriage', 'quayside42'],
    texts: [
      'Finally some good news on a Monday morning.',
      'I will believe it when I see it, and I live next door.',
      'Nobody asked the people who were there last time.',
      'Lovely piece. More like this, please.',
      'The headline made me laugh; the bill will not.',
    ],
  },
}
