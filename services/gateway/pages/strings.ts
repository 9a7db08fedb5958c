import { counted } from './counted.ts'
import type { Forms } from './counted.ts'
import type { Ui } from './interface-language.ts'

const both = (ar: Forms, en: Forms) => ({ ar: counted('ar', ar), en: counted('en', en) })

/** Everything the pages say in their own words. One without both languages does not compile. */
const table = {
  siteName: { ar: 'رافد', en: 'Rafid' },
  tagline: { ar: 'أخبار العالم في مجرى واحد', en: 'The world’s news in one stream' },
  skip: { ar: 'انتقل إلى المحتوى', en: 'Skip to content' },
  mainMenu: { ar: 'أقسام الموقع', en: 'Sections' },
  newest: { ar: 'الأحدث', en: 'Newest' },
  feeds: { ar: 'الخلاصات', en: 'Feeds' },
  pipeline: { ar: 'خط المعالجة', en: 'Pipeline' },
  otherLanguage: { ar: 'English', en: 'العربية' },
  footer: {
    ar: 'تُنسب النصوص إلى ناشريها، وعنوان كل مقال يقود إلى أصله.',
    en: 'Texts belong to their publishers; every article links to its original.',
  },
  api: { ar: 'الواجهة البرمجية', en: 'API' },

  search: { ar: 'بحث', en: 'Search' },
  searchPlaceholder: { ar: 'ابحث في الأخبار', en: 'Search the news' },
  resultsFor: { ar: 'نتائج البحث عن', en: 'Results for' },
  results: both(
    { zero: 'لا نتائج', one: 'نتيجة واحدة', two: 'نتيجتان', few: '# نتائج', other: '# نتيجة' },
    { one: '# result', other: '# results' },
  ),
  resultsAtLeast: both({ other: 'النتائج # على الأقل' }, { one: 'at least # result', other: 'at least # results' }),
  nothingFound: { ar: 'لا نتائج', en: 'Nothing found' },
  nothingFoundHint: {
    ar: 'جرّب كلمات أقل أو أعمّ، أو أزل ما يضيّق البحث. لا فرق بين أ وا، ولا بين ة وه، ولا أثر للتشكيل.',
    en: 'Try fewer or more general words, or remove what narrows the search. Accents and Arabic spelling variants make no difference.',
  },
  searchHint: {
    ar: 'اكتب كلمة أو أكثر للبحث في العناوين والنصوص.',
    en: 'Type one or more words to search titles and texts.',
  },
  didYouMean: { ar: 'لعلك تقصد:', en: 'Did you mean:' },
  order: { ar: 'الترتيب', en: 'Order' },
  orderBest: { ar: 'الأقرب', en: 'Best' },
  orderNewest: { ar: 'الأحدث', en: 'Newest' },
  collapse: { ar: 'التجميع', en: 'Group' },
  collapseCopies: { ar: 'نص واحد من النسخ', en: 'one of copies' },
  collapseStories: { ar: 'مقال من كل قصة', en: 'one a story' },
  collapseNone: { ar: 'بلا تجميع', en: 'show all' },
  narrowedBy: { ar: 'يضيّق البحث:', en: 'Narrowed by:' },
  removePart: { ar: 'أزل', en: 'Remove' },
  facets: { ar: 'ضيّق البحث', en: 'Narrow the search' },
  day: { ar: 'اليوم', en: 'Day' },
  tag: { ar: 'الوسم', en: 'Tag' },
  author: { ar: 'الكاتب', en: 'Author' },
  onlyOriginals: { ar: 'الأصول وحدها', en: 'Originals only' },
  publishedFrom: { ar: 'منذ', en: 'from' },
  publishedUntil: { ar: 'قبل', en: 'before' },
  feedOfSearch: { ar: 'تابع هذا البحث بقارئ خلاصات', en: 'Follow this search in a feed reader' },
  feedOfNewest: { ar: 'الأحدث خلاصةً', en: 'Newest as a feed' },

  language: { ar: 'اللغة', en: 'Language' },
  allLanguages: { ar: 'كل اللغات', en: 'All languages' },
  source: { ar: 'المصدر', en: 'Source' },
  allSources: { ar: 'كل المصادر', en: 'All sources' },
  apply: { ar: 'تصفية', en: 'Filter' },
  clear: { ar: 'إزالة التصفية', en: 'Clear' },
  filters: { ar: 'تصفية المقالات', en: 'Filter articles' },
  newer: { ar: 'الأحدث منها', en: 'Newer' },
  older: { ar: 'الأقدم منها', en: 'Older' },
  previous: { ar: 'السابق', en: 'Previous' },
  next: { ar: 'التالي', en: 'Next' },
  pages: { ar: 'تصفح القائمة', en: 'Pages' },
  noArticles: { ar: 'لا مقالات بعد', en: 'No articles yet' },
  noArticlesHint: {
    ar: 'أضف خلاصة في صفحة الخلاصات، وستظهر مقالاتها هنا بعد أول سحب.',
    en: 'Add a feed on the feeds page; its articles appear here after the first poll.',
  },
  untitled: { ar: 'بلا عنوان', en: 'Untitled' },
  via: { ar: 'نقلًا عن', en: 'via' },
  copies: both(
    { one: '+ نسخة واحدة', two: '+ نسختان', few: '+# نسخ', other: '+# نسخة' },
    { one: '+# copy', other: '+# copies' },
  ),

  originalPage: { ar: 'المقال في موقعه', en: 'Original page' },
  byAuthor: { ar: 'بقلم', en: 'By' },
  published: { ar: 'نُشر', en: 'Published' },
  updated: { ar: 'حُدّث', en: 'Updated' },
  fetched: { ar: 'سُحب', en: 'Fetched' },
  attribution: { ar: 'المصدر:', en: 'Source:' },
  keywords: { ar: 'كلمات مفتاحية', en: 'Keywords' },
  breaking: { ar: 'عاجل', en: 'Breaking' },
  onlyBeginning: {
    ar: 'هذه بداية النص فقط؛ باقيه لدى الناشر للمشتركين.',
    en: 'This is the beginning only; the publisher keeps the rest for subscribers.',
  },
  readAlso: { ar: 'اقرأ أيضًا', en: 'Read also' },
  fromPublisher: { ar: 'في موقع الناشر', en: 'on the publisher’s site' },
  story: { ar: 'القصة كاملة', en: 'The whole story' },
  storyAsJson: { ar: 'القصة بصيغة JSON', en: 'This story as JSON' },
  similar: { ar: 'مقالات مشابهة', en: 'Similar articles' },
  sameText: { ar: 'النص نفسه لدى ناشرين آخرين', en: 'The same text elsewhere' },
  firstSeen: { ar: 'أول نشر رصدناه', en: 'first seen' },
  copyOf: { ar: 'نسخة من', en: 'A copy of' },
  why: { ar: 'لماذا؟', en: 'Why?' },
  resemblance: { ar: 'التشابه', en: 'Resemblance' },
  containment: { ar: 'الاحتواء', en: 'Containment' },
  scoreOfNeeded: { ar: 'متوسطهما، والمطلوب', en: 'Their mean, and what is needed' },
  commonWords: { ar: 'كلمات مشتركة بترتيبها', en: 'Words in common, in their order' },
  otherWords: { ar: 'مواضع بكلمات أخرى', en: 'Places with other words' },
  otherNumbers: { ar: 'مواضع بأرقام أخرى', en: 'Places with other numbers' },
  otherNames: { ar: 'مواضع بأسماء أخرى', en: 'Places with other names' },
  sameCluster: { ar: 'هما في مجموعة نسخ واحدة.', en: 'They stand in one cluster of copies.' },
  otherCluster: { ar: 'هما في مجموعتين مختلفتين.', en: 'They stand in different clusters.' },
  comparisonAsJson: { ar: 'المقارنة بصيغة JSON', en: 'This comparison as JSON' },
  asJson: { ar: 'المقال بصيغة JSON', en: 'This article as JSON' },
  noText: {
    ar: 'لا نص لهذا المقال هنا؛ اقرأه في موقعه.',
    en: 'There is no text of this article here; read it on its site.',
  },

  stages: { ar: 'المراحل', en: 'Stages' },
  waiting: { ar: 'في الانتظار', en: 'waiting' },
  active: { ar: 'قيد العمل', en: 'active' },
  delayed: { ar: 'مؤجلة', en: 'delayed' },
  dead: { ar: 'متعثرة', en: 'dead' },
  oldestWaiting: { ar: 'أقدم انتظار', en: 'oldest waiting' },
  nobodyWaits: { ar: 'لا شيء ينتظر', en: 'none' },
  nobodyWorks: { ar: 'لا عامل لهذه المرحلة', en: 'no worker for this stage' },
  totals: { ar: 'الإجمالي', en: 'Totals' },
  articles: { ar: 'المقالات', en: 'Articles' },
  originals: { ar: 'الأصول', en: 'Originals' },
  copiesTotal: { ar: 'النسخ', en: 'Copies' },
  jobsInQueues: { ar: 'مهام في الطوابير', en: 'Jobs in queues' },
  workers: { ar: 'العمال', en: 'Workers' },
  noWorkers: { ar: 'لا عامل حي: لن يتقدم شيء.', en: 'No worker is alive: nothing moves.' },
  service: { ar: 'الخدمة', en: 'Service' },
  host: { ar: 'المضيف', en: 'Host' },
  pid: { ar: 'رقم العملية', en: 'Process' },
  busy: { ar: 'مشغول', en: 'Busy' },
  since: { ar: 'بدأ', en: 'Started' },
  health: { ar: 'الحالة', en: 'Health' },
  deadLetters: { ar: 'المهام المتعثرة', en: 'Dead letters' },
  noDeadLetters: { ar: 'لا مهام متعثرة.', en: 'No dead letters.' },
  newestOf: { ar: 'أحدث ما تعثر، مجموعًا بحسب السبب', en: 'The newest ones, grouped by reason' },
  traceId: { ar: 'معرّف التتبع', en: 'Trace' },
  attempts: both(
    { one: 'محاولة واحدة', two: 'محاولتان', few: '# محاولات', other: '# محاولة' },
    { one: '# attempt', other: '# attempts' },
  ),
  stale: { ar: 'انقطع التحديث؛ الأرقام قديمة.', en: 'Updates stopped; these numbers are old.' },

  addFeed: { ar: 'أضف خلاصة', en: 'Add a feed' },
  feedUrl: { ar: 'عنوان الخلاصة', en: 'Address of the feed' },
  feedTitle: { ar: 'الاسم (اختياري)', en: 'Name (optional)' },
  add: { ar: 'إضافة', en: 'Add' },
  feedAdded: { ar: 'أضيفت الخلاصة، وستُسحب حالًا:', en: 'The feed was added and is polled at once:' },
  feedKnown: { ar: 'هذه الخلاصة مضافة من قبل:', en: 'This feed was there already:' },
  noFeeds: { ar: 'لا خلاصات بعد.', en: 'No feeds yet.' },
  lastPoll: { ar: 'آخر سحب', en: 'last poll' },
  nextPoll: { ar: 'السحب التالي', en: 'next poll' },
  never: { ar: 'لم تُسحب بعد', en: 'not polled yet' },
  dueNow: { ar: 'حان موعدها', en: 'due now' },
  entries: both(
    { zero: 'لا مداخل', one: 'مدخل واحد', two: 'مدخلان', few: '# مداخل', other: '# مدخلًا' },
    { one: '# entry', other: '# entries' },
  ),
  failures: both(
    { one: 'إخفاق واحد', two: 'إخفاقان متتاليان', few: '# إخفاقات متتالية', other: '# إخفاقًا متتاليًا' },
    { one: '# failure', other: '# failures in a row' },
  ),
  feedCount: both(
    { zero: 'لا خلاصات', one: 'خلاصة واحدة', two: 'خلاصتان', few: '# خلاصات', other: '# خلاصة' },
    { one: '# feed', other: '# feeds' },
  ),

  pollsOfFeed: { ar: 'السحب ومواعيده', en: 'polls' },
  nextPollTitle: { ar: 'السحب التالي', en: 'Next poll' },
  lastPolls: { ar: 'آخر مرات السحب', en: 'The last polls' },
  lastNew: { ar: 'آخر جديد', en: 'last new entry' },
  decidedBy: { ar: 'حدّده:', en: 'decided by' },
  whatEachAsks: { ar: 'ما تطلبه كل قاعدة', en: 'What each rule asks for' },
  rhythm: { ar: 'الإيقاع', en: 'Rhythm' },
  entriesADay: { ar: 'مداخل في اليوم:', en: 'Entries a day:' },
  byHourOfDay: { ar: 'المداخل بحسب ساعات اليوم', en: 'Entries by hour of the day' },
  when: { ar: 'متى', en: 'When' },
  result: { ar: 'النتيجة', en: 'Result' },
  newEntries: { ar: 'الجديد', en: 'New' },
  nextAfter: { ar: 'التالي بعد', en: 'Next after' },
  because: { ar: 'السبب', en: 'Because of' },
  feedPaused: { ar: 'أوقفها المشغّل مؤقتًا.', en: 'Paused by the operator.' },
  feedGone: {
    ar: 'أنهاها ناشرها (410)؛ لا تُسحب حتى تُعاد.',
    en: 'Ended by its publisher (410); not polled until revived.',
  },
  feedSilent: { ar: 'صامتة على غير عادتها؛ آخر جديد', en: 'Silent against its rhythm; last new entry' },
  feedMoving: { ar: 'تحال دائمًا إلى', en: 'Redirects for good to' },
  oldAddresses: { ar: 'عناوينها السابقة:', en: 'Earlier addresses:' },
  pollNow: { ar: 'اسحب الآن', en: 'Poll now' },
  pause: { ar: 'أوقف مؤقتًا', en: 'Pause' },
  resume: { ar: 'استأنف', en: 'Resume' },
  revive: { ar: 'أعدها', en: 'Revive' },
  ownInterval: { ar: 'فترة خاصة، بالدقائق', en: 'Interval of its own, in minutes' },
  byRule: { ar: 'بحسب القاعدة', en: 'by the rule' },
  set: { ar: 'حفظ', en: 'Set' },
  intervalRefused: {
    ar: 'الفترة عدد صحيح من 1 إلى 43200 دقيقة، أو فارغة.',
    en: 'An interval is a whole number from 1 to 43200 minutes, or empty.',
  },
  donePoll: { ar: 'ستُسحب حالًا.', en: 'It is polled at once.' },
  donePause: { ar: 'أُوقفت مؤقتًا.', en: 'It is paused.' },
  doneResume: { ar: 'استؤنفت، وستُسحب حالًا.', en: 'It is resumed and polled at once.' },
  doneInterval: { ar: 'حُفظت الفترة.', en: 'The interval is set.' },
  feedAsJson: { ar: 'هذا كله بصيغة JSON', en: 'All of this as JSON' },
  silentFeeds: { ar: 'خلاصات صامتة على غير عادتها', en: 'Feeds that are silent against their rhythm' },

  extractionChanged: { ar: 'تغيّر استخراج النصوص من', en: 'Extraction has changed for' },
  textsShorter: { ar: 'النصوص أقصر بنسبة', en: 'texts are shorter by' },
  textsLonger: { ar: 'النصوص أطول بنسبة', en: 'texts are longer by' },
  lessSure: { ar: 'هبطت الثقة بها إلى', en: 'confidence has fallen to' },
  pagesRefused: { ar: 'صفحات بلا مقال:', en: 'pages without an article:' },

  notFound: { ar: 'لا شيء في هذا العنوان', en: 'There is nothing at this address' },
  badRequest: { ar: 'طلب غير صالح', en: 'This request is not valid' },
  refused: { ar: 'رُفض الطلب', en: 'This request was refused' },
  failed: { ar: 'تعذر عرض الصفحة', en: 'The page could not be shown' },
  backToNewest: { ar: 'عد إلى أحدث المقالات', en: 'Back to the newest articles' },
} as const satisfies Record<string, Record<Ui, string | ((count: number) => string)>>

type Table = typeof table

/** The strings of one language. */
export type Strings = { readonly [Key in keyof Table]: Table[Key][Ui] }

const languages: Record<Ui, Strings> = { ar: stringsIn('ar'), en: stringsIn('en') }

/** All strings in a language. */
export function stringsOf(ui: Ui): Strings {
  return languages[ui]
}

function stringsIn(ui: Ui): Strings {
  // Every key of the table has every language; the mapped type cannot follow `fromEntries`.
  return Object.fromEntries(Object.entries(table).map(([key, said]) => [key, said[ui]])) as Strings
}
