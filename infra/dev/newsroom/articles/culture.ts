import type { Draft } from './draft.ts'

export const culture: readonly Draft[] = [
  {
    kind: 'report',
    id: 'culture-bookfair',
    topic: 'culture',
    publisher: 'rawasi',
    ageMinutes: 1770,
    title: 'معرض المرسى للكتاب يُختتم ببيع 430,000 نسخة وإقبال على الرواية المترجمة',
    byline: 'شهد الورّاق',
    tags: ['معرض الكتاب', 'ثقافة', 'المرسى'],
    text: `
المرسى (رواسي) - اختُتمت مساء أمس الدورة 22 من معرض المرسى للكتاب بعد 10 أيام بيعت خلالها 430,000 نسخة، بزيادة
الخُمس على الدورة الماضية، وشاركت فيها 318 دار نشر من 24 بلدًا.

وتصدّرت الرواية المترجمة قائمة المبيعات للمرة الأولى، تلتها كتب الأطفال ثم التاريخ المحلي. وأرجع مدير المعرض كرم
المجلّد ذلك إلى خفض أجرة الأجنحة الصغيرة التي تديرها دور شابة.

وشهد المعرض 140 ندوة وأمسية، وازدحمت قاعة الحكواتي كل مساء بأطفال يستمعون إلى السِّيَر الشعبية مرويةً بالفصحى
المبسّطة.

وأُعلن في الختام عن منحة سنوية لترجمة 12 كتابًا من العربية إلى لغات أخرى، على أن تُسمّى الدورة المقبلة «عام المكتبات
الصغيرة».
`,
  },
  {
    kind: 'copy',
    id: 'culture-bookfair-baydar',
    of: 'culture-bookfair',
    publisher: 'baydar',
    ageMinutes: 1730,
    title: 'معرض المرسى للكتاب يودّع زوّاره.. 430,000 نسخة و318 دار نشر',
    dropped: 2,
  },
  {
    kind: 'report',
    id: 'culture-bookfair-suhul',
    topic: 'culture',
    publisher: 'suhul',
    ageMinutes: 1660,
    title: 'دور نشر صغيرة تحكي تجربتها في معرض المرسى: بعنا كل ما حملناه',
    byline: 'هند المطبعة',
    tags: ['معرض الكتاب', 'نشر', 'قراءة'],
    text: `
لم تكن صاحبة دار «حبر وملح» تتوقع أن تعود من معرض المرسى بسيارة فارغة، فقد باعت 1900 نسخة من سبعة عناوين فقط، أكثرها
رواية لكاتبة في الثالثة والعشرين.

وتقول إن السر في الموقع: فالأجنحة الصغيرة وُضعت هذه السنة قرب المدخل بدل آخر القاعة، وبربع الأجرة المعتادة، فصار
الزائر يمر بها قبل أن يُنفق ما في جيبه.

ويشكو ناشرون آخرون من كلفة الشحن وضيق المواقف، ومن أن الدفع بالبطاقة تعطّل ساعتين يوم الجمعة، وهو أكثر الأيام
ازدحامًا.

وقد اتفقت تسع دور على تأسيس مستودع مشترك وعلى جولة تزور بها مدارس الأرياف في الربيع، لأن القارئ الذي لا يأتي إلى
المعرض يستحق أن يأتي المعرض إليه.
`,
  },
  {
    kind: 'report',
    id: 'culture-oud-qanadil',
    topic: 'culture',
    publisher: 'qanadil',
    ageMinutes: 2900,
    title: 'صانعة عود في جبل الغيم تبني آلة من خشب أرزة أسقطها الثلج',
    byline: 'دانيا الأثير',
    tags: ['عود', 'موسيقى', 'جبل الغيم'],
    text: `
حين أسقط ثلج الشتاء الماضي أرزة عمرها قرنان قرب بيت سلمى النغم، طلب منها الجيران أن تقطّعها حطبًا، لكنها ربّتت على
جذعها وقالت إن في داخله صوتًا.

أمضت الحرفية تسعة أشهر تجفّف الألواح في غرفة نومها، ثم صنعت منها ثلاثة أعواد وكمانًا صغيرًا لابنة أختها. وتقول إن
خشب الأرز «يضحك في الطبقة العالية ويحزن في المنخفضة»، ولذلك تضع له وجهًا من الصنوبر ليعتدل مزاجه.

سلمى واحدة من خمس نساء فقط يمارسن هذه الحرفة في البلاد. تعلّمتها خلسةً من جدّها الذي كان يظنها تلعب بالنشارة، ثم
ورثت عنه القالب والمبرد والغراء الذي لا تكشف عن وصفته.

وسيُعزف على أكبر الأعواد الثلاثة في أمسية تقام في مسرح المدينة نهاية الشهر، يخصّص ريعها لغرس ألف شتلة أرز في المكان
نفسه.
`,
  },
  {
    kind: 'report',
    id: 'culture-mosaic-en',
    topic: 'culture',
    publisher: 'larkmoor',
    ageMinutes: 760,
    title: 'Drain repair uncovers mosaic floor beneath Tidewick car park',
    byline: 'Gareth Monkton',
    tags: ['archaeology', 'mosaic', 'Tidewick'],
    text: `
TIDEWICK (Larkmoor Wire) - Workmen mending a drain under a Tidewick car park have uncovered a mosaic floor of about
38 square metres, showing a ship, four dolphins and what archaeologists believe is a cook chasing a goose.

County archaeologist Dr Sorcha Winmore dated the floor to the third century from coins found in the mortar, and said
the house it belonged to must have been among the richest on the estuary.

"Ships and dolphins we know. The goose is new," she said. "Somebody paid a craftsman to lay eleven thousand stones
so that a private joke would last."

The council has closed 64 parking spaces and will put a temporary roof over the site. Visitors will be admitted from
Saturday in groups of 12, and the drain will be taken round the other side.
`,
  },
  {
    kind: 'copy',
    id: 'culture-mosaic-copy',
    of: 'culture-mosaic-en',
    publisher: 'tidewick',
    ageMinutes: 730,
    title: 'Goose, cook and four dolphins: mosaic found under our car park',
    lead: 'A mosaic floor showing a ship, four dolphins and a cook in pursuit of a goose has been found beneath the Market Street car park by workmen mending a drain.',
    dropped: 1,
  },
  {
    kind: 'report',
    id: 'culture-choir-tidewick',
    topic: 'culture',
    publisher: 'tidewick',
    ageMinutes: 2260,
    title: 'Choir of strangers sings on the 8.04, and the train is on time',
    byline: 'Annis Holloway',
    tags: ['choirs', 'commuting', 'music'],
    text: `
Nobody is quite sure who hummed first. What is certain is that the third carriage of the 8.04 to Northmere now
sings, in four parts, every weekday as far as Saltby Junction.

It started in the fog, when the train stood for fifty minutes outside the tunnel and a chemistry teacher began a
carol to calm a crying child. By the second verse she had basses.

There are rules: nothing sad before nine, no solos, and anyone may ask for quiet by raising a newspaper. In four
months a newspaper has been raised twice, and one of those was to turn the page.

The rail company has noticed that more people now take the 8.04 than any other morning service. It has offered the
choir a carriage with a better echo.
`,
  },
]
