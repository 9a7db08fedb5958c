import type { Draft } from './draft.ts'

export const ports: readonly Draft[] = [
  {
    kind: 'report',
    id: 'ports-cranes',
    topic: 'ports',
    publisher: 'rawasi',
    ageMinutes: 1900,
    title: 'ميناء رأس النخل يتسلّم 4 رافعات جسرية ويرفع طاقته إلى 1,250,000 حاوية',
    byline: 'هاني الجرّاح',
    tags: ['ميناء رأس النخل', 'شحن بحري', 'حاويات'],
    text: `
رأس النخل (رواسي) - تسلّمت إدارة ميناء رأس النخل صباح اليوم 4 رافعات جسرية جديدة وصلت على متن سفينة نقل ثقيل بعد
رحلة دامت 38 يومًا، في أكبر توسعة يشهدها الميناء منذ افتتاح رصيفه الشرقي قبل عقدين.

وقال مدير العمليات في الميناء سامر أبو شراع إن الرافعات سترفع الطاقة السنوية من 780,000 إلى 1,250,000 حاوية نمطية،
وستخفّض متوسط بقاء السفينة على الرصيف من 31 ساعة إلى 19 ساعة.

وأضاف أن تركيب الرافعات ومعايرتها يستغرقان 11 أسبوعًا، وأن الأرصفة القديمة ستبقى عاملة طوال هذه المدة حتى لا تتأثر
خطوط الشحن المنتظمة التي تخدم 14 ميناءً في المنطقة.

وتبلغ كلفة المشروع 96 مليون دينار، موّلت سلطة الموانئ 60 في المئة منها والبقية قرض ميسّر يُسدَّد على 15 عامًا. وتشمل
الخطة تعميق حوض الدوران إلى 16 مترًا وتوسعة ساحة التبريد المخصصة للخضر والفاكهة.

ورحّب اتحاد وكلاء الشحن بالخطوة، لكنه طالب بتوسيع الطريق الواصل بين البوابة الثالثة والمنطقة الصناعية، إذ تصطف
الشاحنات عليه يوميًا مسافة تزيد على 3 كيلومترات في ساعات الذروة.
`,
  },
  {
    kind: 'copy',
    id: 'ports-cranes-baydar',
    of: 'ports-cranes',
    publisher: 'baydar',
    ageMinutes: 1840,
    title: '4 رافعات عملاقة في ميناء رأس النخل.. والطاقة تقفز إلى 1,250,000 حاوية',
    lead: 'أعلنت إدارة ميناء رأس النخل وصول 4 رافعات جسرية جديدة اليوم، ضمن توسعة هي الأكبر منذ افتتاح الرصيف الشرقي قبل عشرين عامًا.',
    dropped: 4,
  },
  {
    kind: 'copy',
    id: 'ports-cranes-suhul',
    of: 'ports-cranes',
    publisher: 'suhul',
    ageMinutes: 1795,
    title: 'رأس النخل: رافعات جديدة تقلّص انتظار السفن إلى 19 ساعة',
    dropped: 2,
  },
  {
    kind: 'report',
    id: 'ports-cranes-qanadil',
    topic: 'ports',
    publisher: 'qanadil',
    ageMinutes: 1700,
    title: 'أهالي رأس النخل يصطفّون على الكورنيش لاستقبال «العمالقة الأربعة»',
    byline: 'ريم الدوسقي',
    tags: ['رأس النخل', 'كورنيش', 'الميـناء'],
    text: `
لم تكن الشمس قد ارتفعت كثيرًا حين بدأ سكان الحي البحري في رأس النخل يتوافدون إلى الكورنيش حاملين هواتفهم وأباريق
الشاي، ليشاهدوا سفينة بطول ملعبين تدخل الخليج ببطء وعلى ظهرها أربع رافعات بيضاء كأنها زرافات واقفة.

تقول أم نادر، وهي بائعة كعك منذ ثلاثين سنة: «حين كنت صغيرة كان العتّالون يفرغون السفن على أكتافهم، واليوم جاءت
الآلات التي ترفع بيتًا كاملًا». وباعت السيدة يومها ضعف ما تبيعه في يوم عادي.

غير أن الفرحة لا تخلو من قلق. فعمال الأرصفة الذين يزيد عددهم على 600 عامل يسألون عن مصيرهم حين تكتمل الأتمتة، وقد
وعدتهم الإدارة بدورات تدريبية تبدأ مطلع الشهر القادم ولا تُنقص من أجورهم شيئًا.

وفي المقهى المقابل للبوابة يختصر السائق المتقاعد بدري الطحّان المسألة: الرافعة تُفرغ أسرع، لكن الطريق هو الطريق، وإن
لم يُوسَّع فستنتظر الحاويات في الشاحنة بدل أن تنتظر في السفينة.
`,
  },
  {
    kind: 'update',
    id: 'ports-cranes-update',
    of: 'ports-cranes',
    publisher: 'rawasi',
    ageMinutes: 640,
    title: 'مُحدَّث: سلطة الموانئ تقرّ توسعة طريق البوابة الثالثة في رأس النخل',
    text: `
رأس النخل (رواسي) - أقرّت سلطة الموانئ مساءً توسعة الطريق الواصل بين البوابة الثالثة لميناء رأس النخل والمنطقة
الصناعية إلى 3 مسارات في كل اتجاه، بعد ساعات من مطالبة وكلاء الشحن بذلك.

وستبدأ الأعمال خلال 45 يومًا بكلفة أولية تبلغ 7 ملايين دينار، على أن تُنفَّذ ليلًا تفاديًا لتعطيل حركة الشاحنات.
`,
  },
  {
    kind: 'report',
    id: 'ports-fishing-baydar',
    topic: 'ports',
    publisher: 'baydar',
    ageMinutes: 2300,
    title: 'مرفأ الصيد في جزيرة المرسى يستقبل أول مزاد إلكتروني للأسماك',
    byline: 'لؤي السمّاك',
    tags: ['جزيرة المرسى', 'صيد الأسماك', 'مزاد'],
    text: `
أجرى صيادو جزيرة المرسى فجر أمس أول مزاد إلكتروني لبيع الأسماك، وبيعت خلاله 17 طنًّا من الهامور والسردين والصافي في
أقل من ساعتين، بعدما كان البيع بالمناداة يستمر إلى ما بعد الظهر.

ويعرض الصياد صيده على ميزان موصول بشاشة، فتظهر الكمية والنوع وساعة الوصول، ثم يتنافس التجار عبر هواتفهم. وقالت رئيسة
التعاونية هدى البحّارة إن متوسط سعر الكيلوغرام ارتفع 12 في المئة لأن مشترين من خارج الجزيرة شاركوا للمرة الأولى.

واشتكى بعض كبار السن من صعوبة استعمال التطبيق، فخصّصت التعاونية 5 متطوعين يساعدونهم على الرصيف، وأبقت على مزاد
تقليدي صغير يوم الجمعة.

وتعتزم المحافظة نقل التجربة إلى مرفأين آخرين قبل بداية موسم الروبيان في الربيع.
`,
  },
  {
    kind: 'report',
    id: 'ports-dredging-en',
    topic: 'ports',
    publisher: 'larkmoor',
    ageMinutes: 2100,
    title: 'Harrow Quay reopens its deep channel after a nine-week dredge',
    byline: 'Imogen Farrell',
    tags: ['Harrow Quay', 'dredging', 'shipping'],
    text: `
HARROW QUAY (Larkmoor Wire) - Pilots guided the first fully laden bulk carrier through the deep channel at Harrow
Quay on Monday, ending nine weeks of dredging that had forced larger ships to unload part of their cargo at sea.

The harbour trust said contractors had removed 2,340,000 cubic metres of silt, almost a fifth more than surveys had
predicted, and that the channel now offers 14.2 metres of water at the lowest tide.

"We had barges queuing for silt and ships queuing for berths, and I am glad to see the back of both," said harbour
master Colm Addersley, who expects the backlog of 22 vessels to clear within ten days.

Grain merchants had warned that the detour was adding 6 percent to freight bills just as the autumn export season
began. The trust said it would refund a quarter of berth fees charged during the work.

A second phase, widening the turning basin, will go to public consultation before the end of the winter.
`,
  },
  {
    kind: 'copy',
    id: 'ports-dredging-tidewick',
    of: 'ports-dredging-en',
    publisher: 'tidewick',
    ageMinutes: 2040,
    title: 'Deep channel at Harrow Quay open again as dredgers leave',
    lead: "Large ships can once more reach Harrow Quay without lightening their loads, after a nine-week dredge of the harbour's deep channel came to an end on Monday.",
    dropped: 4,
  },
  {
    kind: 'report',
    id: 'ports-ferry-tidewick',
    topic: 'ports',
    publisher: 'tidewick',
    ageMinutes: 820,
    title: 'Island ferry crews vote to end overtime ban after rota deal',
    byline: 'Petra Lundgate',
    tags: ['ferries', 'Skerry Isles', 'rotas'],
    text: `
Crews on the Skerry Isles ferries have voted by 118 to 31 to end an overtime ban that had thinned the winter
timetable to two sailings a day.

Under the settlement every deckhand will be given four weeks' notice of shifts, and no one will be asked to work
more than nine days in a row. The company will also pay for a hotel room when fog strands a crew on the far side of
the sound.

Islanders greeted the news with relief. The bakery on Great Skerry, which depends on the early boat for flour, had
been closing on Thursdays since September, and the secondary school had moved its exams to the mainland.

Ferry manager Rosalind Peake said the full timetable of six daily sailings would return from next weekend, weather
permitting, and that season tickets would be extended by a month at no charge.
`,
  },
]
