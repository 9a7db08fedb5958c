import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { detectLanguage } from './detect-language.ts'

const samples: Record<string, string> = {
  ar: 'قال المتحدث باسم الحكومة إن الاجتماع الذي عقد في العاصمة تناول ملف المياه وإن القرار سيصدر خلال أيام',
  fa: 'سخنگوی دولت گفت این نشست که در پایتخت برگزار شد به موضوع آب پرداخت و تصمیم نهایی تا چند روز دیگر اعلام می‌شود',
  ur: 'حکومت کے ترجمان نے کہا ہے کہ دارالحکومت میں ہونے والے اجلاس میں پانی کے مسئلے پر غور کیا گیا اور فیصلہ جلد ہو گا',
  ckb: 'وتەبێژی حکومەت ڕایگەیاند کە کۆبوونەوەکە لە پایتەخت بۆ باسکردن لە کێشەی ئاو بوو و بڕیارەکە بەم زووانە دەردەچێت',
  ps: 'د حکومت ویاند وویل چې په پلازمېنه کې جوړه شوې غونډه کې د اوبو پر موضوع خبرې وشوې او پرېکړه به ډېر ژر اعلان شي',
  en: 'The spokesman of the government said that the meeting in the capital was about water and that a decision will follow',
  fr: 'Le porte-parole du gouvernement a dit que la réunion dans la capitale portait sur les eaux et que les décisions sont proches',
  es: 'El portavoz del gobierno dijo que la reunión en la capital trató sobre el agua y que las decisiones se tomarán en unos días',
  de: 'Der Sprecher der Regierung sagte, dass es bei dem Treffen in der Hauptstadt um Wasser ging und die Entscheidung bald fällt',
  it: 'Il portavoce del governo ha detto che la riunione nella capitale è stata dedicata alle acque e che le decisioni sono vicine',
  pt: 'O porta-voz do governo disse que a reunião na capital não tratou da água e que as decisões dos ministros não foram tomadas',
  nl: 'De woordvoerder van de regering zei dat het overleg in de hoofdstad over water ging en dat er een besluit wordt genomen',
  tr: 'Hükümet sözcüsü başkentte yapılan toplantının su konusu için olduğunu ve bu kararın birkaç gün sonra açıklanacağını söyledi',
  pl: 'Rzecznik rządu powiedział, że spotkanie w stolicy dotyczyło wody i że decyzja nie jest jeszcze gotowa, ale zapadnie w tym tygodniu',
  sv: 'Regeringens talesman sade att mötet i huvudstaden handlade om vatten och att ett beslut är att vänta inom några dagar',
  id: 'Juru bicara pemerintah mengatakan bahwa pertemuan di ibu kota itu membahas air dan keputusan akan diumumkan dalam beberapa hari',
  ro: 'Purtătorul de cuvânt al guvernului a spus că întâlnirea din capitală a fost despre apă și că decizia este pe masă',
  vi: 'Người phát ngôn của chính phủ nói rằng cuộc họp ở thủ đô là về nước và quyết định sẽ được công bố trong những ngày tới',
  ru: 'Представитель правительства сказал, что встреча в столице была посвящена воде и что решение примут в ближайшие дни',
  uk: 'Речник уряду сказав, що зустріч у столиці була про воду і що рішення ухвалять найближчими днями, адже його чекають',
  bg: 'Говорителят на правителството каза, че срещата в столицата е била за водата и че решението ще бъде взето до дни',
  sr: 'Портпарол владе рекао је да је састанак у престоници био о води и да ће одлука бити донета за неколико дана',
  el: 'Ο εκπρόσωπος της κυβέρνησης είπε ότι η συνάντηση στην πρωτεύουσα αφορούσε το νερό',
  he: 'דובר הממשלה אמר כי הפגישה בבירה עסקה במים וכי ההחלטה תתקבל בתוך ימים',
  zh: '政府发言人表示，在首都举行的会议讨论了水资源问题，决定将在几天内公布',
  ja: '政府の報道官は、首都で開かれた会議では水の問題が話し合われ、数日中に決定が下されると述べた',
  ko: '정부 대변인은 수도에서 열린 회의에서 물 문제를 논의했으며 며칠 안에 결정이 나올 것이라고 말했다',
  th: 'โฆษกรัฐบาลกล่าวว่าการประชุมในเมืองหลวงเป็นเรื่องน้ำ',
  hi: 'सरकार के प्रवक्ता ने कहा कि राजधानी में हुई बैठक में पानी के मुद्दे पर चर्चा हुई और फैसला जल्द होगा',
}

describe('a sentence of each language', () => {
  it.each(Object.entries(samples))('%s', (lang, text) => {
    expect(detectLanguage(text)).toBe(lang)
    expect(detectLanguage(text, 'en-US'), 'whatever the template claims').toBe(lang)
  })
})

describe('languages in Arabic letters, told apart', () => {
  const sentences: [string, string][] = [
    ['ar', 'عثر صيادون فجر اليوم على قارب خال قبالة الساحل، ولم يعرف بعد من أين جاء ولا من كان فيه'],
    ['ar', 'المنتخب يفوز بثلاثة أهداف في مباراته الأولى ويتصدر مجموعته قبل لقاء الغد'],
    ['fa', 'ماهیگیران بامداد امروز قایقی خالی را در نزدیکی ساحل پیدا کردند و هنوز کسی نمی‌داند از کجا آمده است'],
    ['fa', 'تیم ملی در نخستین بازی خود با سه گل پیروز شد و صدرنشین گروه است'],
    ['ur', 'ماہی گیروں کو آج صبح ساحل کے قریب ایک خالی کشتی ملی اور ابھی تک معلوم نہیں کہ وہ کہاں سے آئی'],
    ['ur', 'قومی ٹیم نے اپنے پہلے میچ میں تین گول سے کامیابی حاصل کی ہے'],
    ['ckb', 'ماسیگرەکان ئەمڕۆ بەیانی بەلەمێکی چۆڵیان لە نزیک کەناراوەکە دۆزییەوە و هێشتا کەس نازانێت لە کوێوە هاتووە'],
    ['ckb', 'هەڵبژاردەی نیشتمانی لە یەکەم یاریدا بە سێ گۆڵ سەرکەوت'],
    ['ps', 'کب نیوونکو نن سهار ساحل ته نږدې یوه تشه کښتۍ وموندله او لا څوک نه پوهېږي چې له کومه راغلې ده'],
    ['ps', 'ملي لوبډلې په خپله لومړۍ لوبه کې درې ګولونه وکړل او وګټله'],
  ]
  it.each(sentences)('%s: %s', (lang, text) => {
    expect(detectLanguage(text)).toBe(lang)
    for (const claimed of ['ar', 'fa', 'en'])
      expect(detectLanguage(text, claimed), `though the page says ${claimed}`).toBe(lang)
  })
})

it('believes the page when the text is too short to tell', () => {
  expect(detectLanguage('Reuters', 'de-AT')).toBe('de')
  expect(detectLanguage('', 'ar')).toBe('ar')
  expect(detectLanguage('عاجل', 'fa-IR')).toBe('fa')
})

it('does not believe a page that claims another script', () => {
  expect(detectLanguage('عاجل', 'en')).toBeNull()
  expect(detectLanguage('Москва', 'zh')).toBeNull()
})

it('says nothing when nothing can be said', () => {
  expect(detectLanguage('')).toBeNull()
  expect(detectLanguage('12345 …')).toBeNull()
  expect(detectLanguage('', 'not a tag')).toBeNull()
})

it('never throws on any string or hint', () => {
  assert(
    property(string({ unit: 'binary' }), string(), (text, hint) => {
      expect(detectLanguage(text, hint) ?? 'xx').toMatch(/^[a-z]{2,3}$/)
    }),
  )
})
