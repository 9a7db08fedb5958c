import type { Draft } from './draft.ts'

export const football: readonly Draft[] = [
  {
    kind: 'report',
    id: 'football-derby',
    topic: 'football',
    publisher: 'rawasi',
    ageMinutes: 1320,
    title: 'نسور الساحل يحسم ديربي المرسى بثلاثية ويستعيد الصدارة',
    byline: 'مراد الصافرة',
    tags: ['الدوري الممتاز', 'نسور الساحل', 'اتحاد القلعة'],
    text: `
المرسى (رواسي) - تغلّب فريق نسور الساحل على ضيفه اتحاد القلعة 3-1 مساء أمس في ختام الجولة 11 من الدوري الممتاز لكرة
القدم، ليستعيد صدارة الترتيب برصيد 26 نقطة.

وافتتح الجناح أيهم الشوّاف التسجيل في الدقيقة 14 بتسديدة من خارج المنطقة، قبل أن يعادل القائد طلال الرمّاح النتيجة
من ركلة جزاء في الدقيقة 39 إثر لمسة يد داخل الصندوق.

وفي الشوط الثاني دفع مدرب النسور بالمهاجم الشاب يزن المراكبي، ابن التاسعة عشرة، فسجّل هدفين في الدقيقتين 67 و81 وخرج
محمولًا على أكتاف زملائه أمام 22,400 متفرج.

وتوقّف رصيد اتحاد القلعة عند 23 نقطة في المركز الثالث، وهي خسارته الأولى خارج ملعبه هذا الموسم. ويلتقي الفريقان
مجددًا في دور الثمانية من الكأس بعد 3 أسابيع.
`,
  },
  {
    kind: 'copy',
    id: 'football-derby-baydar',
    of: 'football-derby',
    publisher: 'baydar',
    ageMinutes: 1270,
    title: 'ثلاثية في ديربي المرسى تعيد «النسور» إلى القمة',
    lead: 'استعاد نسور الساحل صدارة الدوري الممتاز برصيد 26 نقطة، بعد فوزه على اتحاد القلعة 3-1 مساء أمس في ديربي المرسى ضمن الجولة 11.',
  },
  {
    kind: 'report',
    id: 'football-derby-qanadil',
    topic: 'football',
    publisher: 'qanadil',
    ageMinutes: 1200,
    title: 'يزن المراكبي.. مراهق باع الخبز صباحًا وهزّ الشباك مساءً',
    byline: 'مالك الملاعب',
    tags: ['يزن المراكبي', 'نسور الساحل', 'ديربي'],
    text: `
قبل أن يدخل يزن المراكبي أرض الملعب في الدقيقة الستين من ديربي المرسى، كان قد استيقظ في الرابعة فجرًا ليساعد والده
في المخبز، ثم نام ساعتين، ثم حمل حذاءه ومضى.

بعد عشرين دقيقة من دخوله كان الملعب كله يهتف باسمه. هدف أول برأسية سبق بها مدافعين أطول منه، وهدف ثانٍ راوغ فيه
الحارس وأودع الكرة بهدوء من يضع رغيفًا في الفرن.

يقول والده ضاحكًا إنه لم يشاهد الهدفين لأنه كان يعجن لليوم التالي، وإن الجيران أخبروه بالنتيجة من الشرفات. أما
المدرب فيؤكد أن اللاعب سيظل على مقاعد البدلاء حتى ينهي امتحاناته.

وتردّدت في الأيام الأخيرة أنباء عن عروض من أندية كبرى، لكن إدارة نسور الساحل قالت إن عقده ممتد ثلاثة مواسم وإنه «ليس
للبيع، كالخبز في أيام القحط».
`,
  },
  {
    kind: 'report',
    id: 'football-stadium-suhul',
    topic: 'football',
    publisher: 'suhul',
    ageMinutes: 560,
    title: 'ملعب تل الريحان البلدي يفتح أبوابه للسيدات بعد ترميم استمر سنة',
    byline: 'بسمة الرياضي',
    tags: ['تل الريحان', 'كرة القدم النسائية', 'ملاعب'],
    text: `
افتتحت بلدية تل الريحان ملعبها بعد سنة من الترميم بمباراة ودّية بين فريقي السيدات في المدينة انتهت بالتعادل بهدفين
لمثلهما، بحضور نحو 3000 مشجّع جلّهم من العائلات.

ويضم الملعب الجديد أرضية من العشب الطبيعي وغرف ملابس منفصلة ومضمارًا للجري من 6 حارات، فضلًا عن ألواح شمسية تغطي
المدرج الغربي وتكفي لإنارة المباريات المسائية.

وقالت قائدة الفريق المضيف سلاف الغزلان إن اللاعبات كنّ يتدربن في ساحة مدرسة بعد انتهاء الدوام، وإن وجود ملعب بمواعيد
ثابتة سيغيّر كل شيء.

وتنطلق بطولة المحافظة للسيدات الشهر المقبل بمشاركة 8 فرق، على أن تُنقل مبارياتها عبر موقع البلدية مجانًا.
`,
  },
  {
    kind: 'report',
    id: 'football-promotion-en',
    topic: 'football',
    publisher: 'larkmoor',
    ageMinutes: 1380,
    title: 'Saltby Rovers sink leaders with stoppage-time free kick',
    byline: 'Gareth Monkton',
    tags: ['Saltby Rovers', 'Northern League', 'football'],
    text: `
SALTBY (Larkmoor Wire) - A curling free kick four minutes into stoppage time gave Saltby Rovers a 2-1 win over
league leaders Northmere Town on Saturday and blew the Northern League promotion race wide open.

Northmere had looked comfortable after Dele Harcastle headed them in front on 23 minutes, but Rovers levelled early
in the second half when goalkeeper Piers Lomax spilled a low cross at the feet of Owen Tranter.

Substitute Kit Barraway, on the pitch for less than ten minutes, then bent the winner around a five-man wall to send
most of the 6,870 crowd spilling on to the cinder track.

The result cuts Northmere's lead to 2 points with nine matches left. Rovers, who were 14 points adrift in October,
have now won seven in a row and have a game in hand.
`,
  },
  {
    kind: 'copy',
    id: 'football-promotion-copy',
    of: 'football-promotion-en',
    publisher: 'tidewick',
    ageMinutes: 1330,
    title: "Barraway's last-gasp free kick floors Northmere",
    lead: 'Saltby Rovers beat league leaders Northmere Town 2-1 on Saturday with a free kick deep into stoppage time, and the Northern League promotion race is suddenly alive.',
  },
  {
    kind: 'report',
    id: 'football-promotion-tidewick',
    topic: 'football',
    publisher: 'tidewick',
    ageMinutes: 1100,
    title: "The groundsman who made Saltby's winning free kick possible",
    byline: 'Petra Lundgate',
    tags: ['Saltby Rovers', 'groundskeeping', 'people'],
    text: `
Everyone in Saltby is talking about Kit Barraway's left foot. Almost no one is talking about the eight square metres
of turf he struck it from, which is how Maurice Tindle likes it.

Tindle has tended the Rovers pitch for twenty-six years. On Friday night, with frost forecast, he slept in the stand
beside a row of borrowed heaters and got up every hour to move them along the touchline.

"If that ball sits in a divot, it goes into the car park," he says, not boasting, merely describing the physics. The
referee had told both clubs at noon that the match would be called off if the near corner froze.

The club has offered him a new roller. He would rather, he says, have a kettle that switches itself off.
`,
  },
]
