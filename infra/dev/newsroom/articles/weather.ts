import type { Draft } from './draft.ts'

export const weather: readonly Draft[] = [
  {
    kind: 'report',
    id: 'weather-storm',
    topic: 'weather',
    publisher: 'rawasi',
    ageMinutes: 1020,
    title: 'الأرصاد تحذّر من منخفض جوي عميق وسيول في أودية الساحل الشمالي',
    byline: 'رنا المطيرة',
    tags: ['طقس', 'أمطار', 'سيول', 'الأرصاد الجوية'],
    text: `
رأس النخل (رواسي) - حذّرت هيئة الأرصاد الجوية من منخفض جوي عميق يبدأ تأثيره مساء الثلاثاء على الساحل الشمالي ويستمر
48 ساعة، متوقعةً أمطارًا تتراوح كميتها بين 70 و110 مليمترات ورياحًا تصل سرعتها إلى 85 كيلومترًا في الساعة.

ودعت الهيئة سكان القرى الواقعة على مجاري الأودية إلى الابتعاد عنها، ورفعت درجة الإنذار إلى البرتقالي في 6 محافظات،
فيما أُغلقت الموانئ الصغيرة أمام قوارب الصيد حتى إشعار آخر.

وأعلنت وزارة التربية تعليق الدراسة الحضورية يومي الأربعاء والخميس في 214 مدرسة، على أن تُعطى الدروس عن بُعد حيث
تتوافر الشبكة.

وقال رئيس غرفة الطوارئ أنس الوادعي إن 130 مضخة و48 فريقًا وُزّعت على النقاط المنخفضة، وإن رقم النجدة الموحّد يعمل
على مدار الساعة بعشرين خطًّا إضافيًا.

ومن المتوقع أن تنخفض درجات الحرارة 9 درجات دفعةً واحدة، وأن يتساقط الثلج على المرتفعات التي يزيد علوها على 1,400
متر.
`,
  },
  {
    kind: 'copy',
    id: 'weather-storm-baydar',
    of: 'weather-storm',
    publisher: 'baydar',
    ageMinutes: 985,
    title: 'إنذار برتقالي في 6 محافظات.. منخفض عميق يضرب الساحل الشمالي الثلاثاء',
    dropped: 4,
  },
  {
    kind: 'copy',
    id: 'weather-storm-suhul',
    of: 'weather-storm',
    publisher: 'suhul',
    ageMinutes: 970,
    title: 'تعليق الدراسة في 214 مدرسة بسبب المنخفض الجوي المرتقب',
    lead: 'تستعد محافظات الساحل الشمالي لمنخفض جوي عميق يبدأ مساء الثلاثاء ويستمر 48 ساعة، ترافقه أمطار قد تبلغ 110 مليمترات ورياح تصل سرعتها إلى 85 كيلومترًا في الساعة.',
    dropped: 3,
  },
  {
    kind: 'update',
    id: 'weather-storm-update',
    of: 'weather-storm',
    publisher: 'rawasi',
    ageMinutes: 150,
    title: 'مُحدَّث: المنخفض يشتدّ والإنذار يرتفع إلى الأحمر في محافظتين ساحليتين',
    text: `
رأس النخل (رواسي) - رفعت هيئة الأرصاد الجوية درجة الإنذار إلى الأحمر في محافظتي رأس النخل والمرسى، بعدما سجّلت
محطاتها هطول 64 مليمترًا خلال 5 ساعات فقط.

وأُجليت 320 عائلة احترازيًا من مجرى وادي السيّال إلى قاعات رياضية، ولم ترد حتى الآن أنباء عن إصابات.
`,
  },
  {
    kind: 'report',
    id: 'weather-storm-qanadil',
    topic: 'weather',
    publisher: 'qanadil',
    ageMinutes: 930,
    title: 'قبل العاصفة بيوم: أكياس رمل وشموع وطوابير على الأفران',
    byline: 'ريم الدوسقي',
    tags: ['عاصفة', 'الساحل', 'استعدادات'],
    text: `
في السوق القديمة برأس النخل نفدت الشموع قبل الظهر، ووقف أصحاب الدكاكين يرصّون أكياس الرمل على العتبات كما كان آباؤهم
يفعلون في كل شتاء قاسٍ.

يتذكّر الحاج خليل الصفّار سيل السنة التي وُلد فيها حفيده الأكبر، حين بلغ الماء حافة الطاولة، ويقول إنه منذ ذلك الحين
يضع البضاعة الثمينة على الرفّ الرابع لا الثالث.

أما البلدية فأفرغت مجاري الأمطار مرتين خلال أسبوع، ونشرت خريطة للشوارع التي يُنصح بتجنّبها. وتطوّع نحو مئة شاب
لإيصال الدواء والخبز إلى كبار السن إذا قُطعت الطرق.

ولا ينسى الصيادون أن يسحبوا قواربهم إلى اليابسة ويربطوها بأشجار الطرفاء، ثم يجلسون في المقهى يحدّقون في البحر،
وكأنهم ينتظرون ضيفًا ثقيلًا لا بدّ من استقباله.
`,
  },
  {
    kind: 'report',
    id: 'weather-drought-baydar',
    topic: 'weather',
    publisher: 'baydar',
    ageMinutes: 2620,
    title: 'منسوب بحيرة السدرة يرتفع للمرة الأولى منذ أربعة أعوام',
    byline: 'لؤي السمّاك',
    tags: ['بحيرة السدرة', 'جفاف', 'سدود'],
    text: `
أظهرت قياسات مصلحة السدود أن منسوب بحيرة السدرة ارتفع 2.3 متر خلال ستة أسابيع، لتبلغ نسبة امتلائها 44 في المئة بعد
أن هبطت في آب إلى 29 في المئة، وهو أدنى مستوى سُجّل لها.

وعادت إلى الضفة الجنوبية طيور النحام التي غابت ثلاثة مواسم، كما عاد أصحاب القوارب إلى تأجيرها للزائرين بعد أن جفّ
مرساهم وصار ملعبًا للأطفال.

لكن خبيرة الموارد المائية دانة الينابيع تنبّه إلى أن موسمًا واحدًا لا يعوّض أربعة أعوام من العجز، وأن الخزان الجوفي
تحت البحيرة ما زال أدنى من معدّله بأحد عشر مترًا.

وتُبقي الحكومة على قيود ريّ الحدائق العامة حتى الربيع، مع السماح بسقي الأشجار المعمّرة مرة واحدة في الأسبوع.
`,
  },
  {
    kind: 'report',
    id: 'weather-fog-en',
    topic: 'weather',
    publisher: 'larkmoor',
    ageMinutes: 880,
    title: 'Third day of fog strands commuters and cancels 140 flights',
    byline: 'Desmond Okley',
    tags: ['fog', 'travel', 'Northmere airport'],
    text: `
NORTHMERE (Larkmoor Wire) - Dense fog blanketed the Northmere basin for a third consecutive day on Wednesday,
cancelling 140 flights, slowing trains to walking pace and leaving the motorway lit by hazard lights at noon.

Forecasters blamed a ridge of high pressure that has trapped cold, damp air between the hills. Visibility at the
airport fell to 60 metres shortly after dawn and had barely doubled by lunchtime.

About 9,200 passengers were given hotel vouchers. Airport director Leonie Strand said crews were ready to restart
within half an hour of the fog lifting, but that aircraft were now in the wrong cities.

A westerly breeze is expected on Friday morning. Until then drivers have been asked to leave twice the usual gap and
to remember that fog lamps must be switched off again afterwards.
`,
  },
  {
    kind: 'copy',
    id: 'weather-fog-copy',
    of: 'weather-fog-en',
    publisher: 'tidewick',
    ageMinutes: 850,
    title: 'Fog grounds 140 flights as basin waits for a breeze',
    lead: 'Northmere spent Wednesday under thick fog for the third day running: 140 flights were cancelled, trains crawled, and drivers on the motorway kept their hazard lights on at noon.',
    dropped: 3,
  },
  {
    kind: 'report',
    id: 'weather-gauge-tidewick',
    topic: 'weather',
    publisher: 'tidewick',
    ageMinutes: 2000,
    title: "Schoolchildren's rain gauges beat the official forecast",
    byline: 'Annis Holloway',
    tags: ['schools', 'rainfall', 'citizen science'],
    text: `
Thirty-four plastic rain gauges, read every morning by children who would rather be playing football, have turned
out to describe the valley's weather better than the nearest official station.

Meteorologist Agnes Thorley compared two years of playground readings with the regional model. On forty-one days the
official station recorded nothing at all while the upper valley was being soaked.

The difference matters because flood warnings for Millbeck are triggered by that single station, which stands on the
dry side of a ridge. Twice last winter the warning arrived after the water did.

The agency has agreed to feed the school figures into its model for a trial year. In return, each school gets a
proper brass gauge, which pupils at Millbeck Primary have already named Gerald.
`,
  },
]
