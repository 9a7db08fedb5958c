import { fnv1a } from './hash.ts'
import { properNames } from './proper-names.ts'
import { synonyms } from './synonyms.ts'
import { countryWords } from './country-words.ts'
import { wordKey } from './word-key.ts'

/** What is known of a word beforehand. */
export type KnownWord = {
  /** Words of one hash mean the same: a number and its digits, a country and its people. */
  readonly hash: number
  /** `light`: an editor's word, that tells nothing of the event; `cue`: a name may follow it. */
  readonly kind: 'light' | 'number' | 'name' | 'cue' | 'synonym'
}

const lightWords = `
في من إلى الى على عن مع بعد قبل عند حتى منذ خلال أن إن أنه إنه أنها إنها التي الذي الذين هذا هذه ذلك تلك هو هي هم كان كانت
يكون تكون قد لقد لم لن لا ما كما أو أم ثم بل لكن لكنه لكنها بين كل بعض غير أي كذلك أيضا حيث إذ إذا عبر ضمن نحو حوالي أمام دون بدون
فيما بينما وسط له لها لهم به بها فيه فيها عليه عليها منه منها جراء بسبب بفعل وفق وفقا بحسب حسب عقب إثر لدى تم جرى يتم ليس فقط
نفسه نفسها ذاته ذاتها ومنها كي لكي بذلك لذلك مما الآن حاليا
قال قالت يقول تقول أعلن أعلنت أكد أكدت أوضح أوضحت أفاد أفادت ذكر ذكرت صرح صرحت أضاف أضافت أشار أشارت بين كشف كشفت لفت نقل نقلت
اعتبر اعتبرت رأى رأت شدد شددت أبلغ أبلغت قوله قولها مشيرا مؤكدا موضحا مضيفا تصريح تصريحات بيان مصدر مصادر
اليوم أمس غدا مساء صباح صباحا فجر ظهر ليلة الليلة الماضي المقبل القادم الجاري الحالي
the a an of and to in is was for on that with as at by from it its are be this these those have has had not but which who whom will
would were been or than then their his her he she they them there into over after before during when while where also about up out
off under between among within without so if because due owing more no only own same such since until against it's can could may
might do does did being one some any all each both other another now still just
said say says saying told tell tells announced announce announces added adds stated explained reported reports according noted
confirmed declared statement sources source
today yesterday tomorrow morning evening night afternoon
`

const numberWords: readonly string[] = [
  'two اثنان اثنين اثنتان اثنتين',
  'three ثلاث ثلاثة',
  'four أربع أربعة',
  'five خمس خمسة',
  'six ست ستة',
  'seven سبع سبعة',
  'eight ثماني ثمانية ثمان',
  'nine تسع تسعة',
  'ten عشر عشرة',
  'eleven',
  'twelve',
]

/** Kinds of places, bodies and people, whose name stands behind them in Arabic. */
const cues = `
مدينة بلدة قرية محافظة ولاية إقليم منطقة جزيرة وادي جبل نهر حي شارع ساحة ميناء مطار ملعب سوق جنوب شمال شرق غرب
فريق نادي منتخب شركة مصرف بنك بورصة مجموعة مؤسسة صحيفة قناة وكالة جامعة مدرسة مستشفى حزب جمعية
الرئيس الوزير الملك الأمير الشيخ السيد السيدة الدكتور المهندس اللواء العميد القاضي المحامي النائب المدرب اللاعب المهاجم الحارس الصحافي
رئيس ملك أمير وزير محاميه
`

/** Where two entries share a stem the later stands: what tells nothing of an event is never a name. */
const table = new Map<number, KnownWord>([
  ...synonyms.flatMap((line) => listed(line).map((word) => known(word, line, 'synonym'))),
  ...listed(cues).map((word) => known(word, word, 'cue')),
  ...properNames.map((name) => known(name, name, 'name')),
  ...countryWords().map(([word, country]) => known(word, `country ${country}`, 'name')),
  ...listed(lightWords).map((word) => known(word, word, 'light')),
  ...numberWords.flatMap((list, at) => listed(list).map((word) => known(word, String(at + 2), 'number'))),
])

/** Bits of a key by which most words are told to be unknown without a look at the map. */
const filterBits = 16
const filter = new Uint8Array(2 ** filterBits)
for (const key of table.keys()) filter[key >>> (32 - filterBits)] = 1

/** @param key of a word, see `wordKey` */
export function knownWord(key: number): KnownWord | undefined {
  return filter[key >>> (32 - filterBits)] === 1 ? table.get(key) : undefined
}

function listed(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '')
}

function known(word: string, meaning: string, kind: KnownWord['kind']): [number, KnownWord] {
  const key = wordKey(word, 0, word.length) ?? 0
  return [key, { hash: kind === 'number' || kind === 'name' || kind === 'synonym' ? fnv1a(meaning) : key, kind }]
}
