import type { Draft } from './draft.ts'

export const markets: readonly Draft[] = [
  {
    kind: 'report',
    id: 'markets-wheat',
    topic: 'markets',
    publisher: 'rawasi',
    ageMinutes: 1580,
    title: 'أسعار الخبز ثابتة رغم ارتفاع القمح 9 في المئة.. والدعم يمتد إلى الصيف',
    byline: 'تيم السوقي',
    tags: ['أسواق', 'قمح', 'خبز'],
    text: `
رأس النخل (رواسي) - قرّرت وزارة التموين الإبقاء على سعر ربطة الخبز من دون تغيير حتى نهاية آب المقبل، رغم ارتفاع سعر
طن القمح المستورد 9 في المئة خلال الشهر الماضي إلى 286 دينارًا.

وقالت الوزارة إن المخزون الاستراتيجي يكفي 5 أشهر ونصف الشهر، وإن 3 بواخر تحمل 165,000 طن ستفرغ حمولتها تباعًا في
صوامع رأس النخل قبل نهاية الأسبوع المقبل.

وقدّر الخبير الاقتصادي مازن الكيّال الكلفة الإضافية على الخزينة بنحو 11 مليون دينار، معتبرًا أن توجيه الدعم إلى
الأسر بدل المطاحن كان سيوفّر ثلث المبلغ.

في المقابل حذّرت نقابة أصحاب المخابز من أن ثمن الخميرة والوقود ارتفع أيضًا، وطالبت بتعديل هامش الربح المحدّد منذ 4
سنوات عند 6 قروش للربطة.
`,
  },
  {
    kind: 'copy',
    id: 'markets-wheat-baydar',
    of: 'markets-wheat',
    publisher: 'baydar',
    ageMinutes: 1530,
    title: 'الخبز لن يرتفع قبل الصيف.. ومخزون القمح يكفي أكثر من 5 أشهر',
    dropped: 2,
  },
  {
    kind: 'copy',
    id: 'markets-wheat-qanadil',
    of: 'markets-wheat',
    publisher: 'qanadil',
    ageMinutes: 1490,
    title: 'ربطة الخبز بسعرها حتى نهاية آب، والمخابز تشكو الخميرة والوقود',
    lead: 'لن يتغيّر سعر ربطة الخبز حتى نهاية آب المقبل بحسب قرار لوزارة التموين، مع أن سعر طن القمح المستورد صعد 9 في المئة في شهر واحد.',
    dropped: 1,
  },
  {
    kind: 'report',
    id: 'markets-souk-suhul',
    topic: 'markets',
    publisher: 'suhul',
    ageMinutes: 780,
    title: 'سوق النحّاسين في تل الريحان تستعيد نصف ورشها بعد إعفاء من الرسوم',
    byline: 'بسمة الرياضي',
    tags: ['سوق النحاسين', 'حرف تقليدية', 'تل الريحان'],
    text: `
عادت أصوات المطارق إلى سوق النحاسين في تل الريحان، إذ أعيد فتح 33 ورشة من أصل 64 كانت قد أُغلقت خلال السنوات العشر
الماضية، بعد أن أعفت البلدية الحرفيين من رسوم الإشغال ثلاث سنوات.

واشترطت البلدية أن تستقبل كل ورشة متدرّبًا واحدًا على الأقل دون الخامسة والعشرين، وأن يبقى بابها مفتوحًا للزائرين
يومين في الأسبوع.

ويقول الحرفي مصباح النقّاش إن الطلب على الأباريق والصواني المنقوشة يأتي اليوم من فنادق ومطاعم تبحث عن قطع بتوقيع
صانعها، وإن ثمن النحاس الخام ما زال العقبة الكبرى.

وتدرس غرفة التجارة إنشاء صندوق شراء جماعي للمعدن، من شأنه أن يخفّض الكلفة على الورش الصغيرة بنحو 15 بالمئة.
`,
  },
  {
    kind: 'report',
    id: 'markets-rent-baydar',
    topic: 'markets',
    publisher: 'baydar',
    ageMinutes: 130,
    title: 'إيجارات العاصمة تهدأ بعد عامين من الصعود.. والمستأجرون يفاوضون',
    byline: 'سحر الأرشيفي',
    tags: ['عقارات', 'إيجارات', 'سكن'],
    text: `
تراجع متوسط إيجار الشقة المكوّنة من غرفتين في العاصمة إلى 310 دنانير في الربع الأخير، أي بانخفاض 4 في المئة، وهو أول
هبوط منذ عامين بحسب مؤشر تصدره جمعية المساكن.

ويعزو الوسطاء ذلك إلى دخول 7,800 وحدة جديدة إلى السوق دفعةً واحدة، معظمها في الضواحي التي وصلتها حافلات التردد
السريع، وإلى عودة كثير من الموظفين إلى العمل من بيوتهم في الأرياف.

وتروي موظفة شابة أنها فاوضت مالك شقتها على خفض الإيجار 25 دينارًا بعدما أرسلت إليه إعلانات ثلاث شقق شاغرة في البناية
نفسها، فوافق في اليوم التالي.

وتحذّر الجمعية من أن الانخفاض لا يشمل الأحياء القريبة من الجامعة، حيث ارتفعت الإيجارات 6 في المئة مع بدء الفصل
الدراسي.
`,
  },
  {
    kind: 'report',
    id: 'markets-coffee-en',
    topic: 'markets',
    publisher: 'larkmoor',
    ageMinutes: 960,
    title: 'Coffee futures slide as port strike ends and stocks rebuild',
    byline: 'Desmond Okley',
    tags: ['coffee', 'commodities', 'shipping'],
    text: `
HARROW QUAY (Larkmoor Wire) - Coffee for March delivery fell 5.6 percent on the Harrow Quay exchange on Tuesday, its
steepest one-day drop in two years, as dockers returned to work and warehouses reported the first rise in stocks
since June.

Exchange-certified inventories climbed by 38,000 bags to 512,000. Traders had feared that beans held on 17 ships at
anchor would lose their grading before they could be unloaded.

"The market had priced in a very long strike and a very bad frost, and it has got neither," said Orla Fintan, an
analyst at the brokerage Pym and Daughters. She expects prices to settle about a tenth lower by the spring.

Roasters were cautious about passing on the saving. The largest, Bellweather Coffee, said it had bought most of its
winter supply at the higher price and would review its tariff in April.
`,
  },
  {
    kind: 'copy',
    id: 'markets-coffee-copy',
    of: 'markets-coffee-en',
    publisher: 'tidewick',
    ageMinutes: 925,
    title: 'Coffee price tumbles after dockers go back, but not in your cup yet',
    dropped: 1,
  },
  {
    kind: 'update',
    id: 'markets-coffee-update',
    of: 'markets-coffee-en',
    publisher: 'larkmoor',
    ageMinutes: 200,
    title: 'Update: Coffee futures extend losses as 17 ships begin unloading',
    text: `
HARROW QUAY (Larkmoor Wire) - Coffee for March delivery lost a further 2.1 percent on Wednesday after the first of
17 ships held up by the dock strike began discharging its cargo before dawn.

The harbour trust said it had assigned four berths and two night gangs to coffee alone, and hoped to empty the
anchorage within eight days.
`,
  },
  {
    kind: 'report',
    id: 'markets-auction-tidewick',
    topic: 'markets',
    publisher: 'tidewick',
    ageMinutes: 1850,
    title: 'Box of buttons bought for a fiver sells for 14,200',
    byline: 'Osbert Crane',
    tags: ['auctions', 'antiques', 'Saltby'],
    text: `
A biscuit tin of buttons picked up at a jumble sale has fetched 14,200 at the Saltby salerooms, after an expert
noticed that nine of them were not buttons at all.

They were brass dress badges from a river police force disbanded a century and a half ago, of which only two were
previously known. The bidding came down to a museum and a man in a yellow raincoat, who gave up at fourteen
thousand.

The seller, a retired bus conductor who asked not to be named, had been planning to sew them on to a cardigan. She
kept the remaining 212 buttons, which the auctioneer valued at about four.

She intends to spend the money on a stairlift, and to go to more jumble sales.
`,
  },
]
