import type { Draft } from './draft.ts'

export const harvest: readonly Draft[] = [
  {
    kind: 'report',
    id: 'harvest-olives',
    topic: 'harvest',
    publisher: 'rawasi',
    ageMinutes: 2750,
    title: 'تعاونيات وادي الزيتون تتوقع موسمًا قياسيًا يبلغ 48,000 طن',
    byline: 'جمانة العصّار',
    tags: ['زيتون', 'وادي الزيتون', 'زراعة'],
    text: `
وادي الزيتون (رواسي) - توقّعت التعاونيات الزراعية في وادي الزيتون أن يبلغ محصول هذا الموسم 48,000 طن من الثمار،
بزيادة 27 في المئة على العام الماضي، بفضل أمطار أيلول المبكرة وانحسار ذبابة الثمار.

وأوضح رئيس اتحاد التعاونيات فوّاز المعصراني أن 63 معصرة فتحت أبوابها على مدار الساعة، وأن نسبة الزيت في العيّنات
الأولى تراوحت بين 19 و22 في المئة، وهي الأعلى منذ 8 أعوام.

وأشار إلى أن أجرة العامل اليومية ارتفعت إلى 14 دينارًا لقلّة الأيدي العاملة، فلجأت قرى عدة إلى «العَونة» التي يتناوب
فيها الجيران على قطاف كروم بعضهم بعضًا.

ومن المنتظر أن تُخصَّص 9,500 طن للتصدير بعد أن حصلت 4 معاصر على شهادة الزيت البكر الممتاز، فيما يُطرح الباقي في
السوق المحلية بسعر يبدأ من 6 دنانير للتر.
`,
  },
  {
    kind: 'copy',
    id: 'harvest-olives-suhul',
    of: 'harvest-olives',
    publisher: 'suhul',
    ageMinutes: 2690,
    title: 'موسم زيتون قياسي في الوادي: 48,000 طن والمعاصر تعمل ليلًا ونهارًا',
    lead: 'يستعد مزارعو وادي الزيتون لموسم قد يكون الأوفر منذ سنوات، إذ تتوقّع التعاونيات الزراعية محصولًا يبلغ 48,000 طن بزيادة 27 في المئة على العام الماضي.',
    dropped: 2,
  },
  {
    kind: 'copy',
    id: 'harvest-olives-qanadil',
    of: 'harvest-olives',
    publisher: 'qanadil',
    ageMinutes: 2600,
    title: 'وادي الزيتون على موعد مع أوفر مواسمه.. 63 معصرة بلا توقّف',
    dropped: 3,
  },
  {
    kind: 'report',
    id: 'harvest-olives-baydar',
    topic: 'harvest',
    publisher: 'baydar',
    ageMinutes: 2450,
    title: 'في كروم الوادي.. عائلات كاملة تحت أشجار الزيتون وأسئلة عن سعر «التنكة»',
    byline: 'عبير القطّاف',
    tags: ['زيتون', 'أسعار الزيت', 'الأرياف'],
    text: `
مع أول خيط للضوء تفرش عائلة المصاطب أغطيتها تحت شجرة عمرها ثلاثمئة سنة في أطراف وادي الزيتون، ثم يبدأ الصغار بجمع
الحبّ المتناثر بينما يصعد الكبار السلالم الخشبية.

يقول ربّ الأسرة إن الحمل هذا العام «يكسر الأغصان»، وإنه يتوقع 40 تنكة من الزيت مقابل 26 في الموسم السابق، لكن التجار
بدأوا منذ الآن يتحدثون عن خفض السعر بحجة الوفرة.

وفي المعصرة القريبة ينتظر المزارعون دورهم ست ساعات أحيانًا. ويؤكد صاحبها أنه اشترى خطًّا ثانيًا للعصر على البارد،
وأن ما يهمّه هو ألّا يبيت الزيتون في الأكياس أكثر من ليلة واحدة.

وتطالب رابطة المزارعين وزارة الزراعة بشراء الفائض وتخزينه، كما حدث قبل خمسة مواسم، حتى لا يبيع صغار المنتجين بأقلّ
من الكلفة.
`,
  },
  {
    kind: 'report',
    id: 'harvest-dates-suhul',
    topic: 'harvest',
    publisher: 'suhul',
    ageMinutes: 1500,
    title: 'سوسة النخيل تتراجع في واحة السدرة بعد عامين من المكافحة بالمصائد',
    byline: 'قسم المحافظات',
    tags: ['نخيل', 'واحة السدرة', 'آفات زراعية'],
    text: `
أظهر مسح أجرته مديرية الزراعة في واحة السدرة أن عدد أشجار النخيل المصابة بالسوسة الحمراء انخفض إلى 310 أشجار، بعد أن
كان 2900 شجرة قبل عامين.

واعتمدت الحملة على 5400 مصيدة فرمونية وزّعت مجانًا على المزارعين، وعلى فِرَق شبابية تفحص الجذوع بأجهزة تسمع حركة
اليرقات داخل الشجرة قبل أن تظهر العلامات للعين.

وقال المهندس الزراعي نضال الباسق إن أهم ما تغيّر هو أن المزارع صار يبلّغ عن الإصابة في يومها، لأن المديرية تعوّضه عن
كل نخلة تُقلع بفسيلتين سليمتين.

وأضاف أن القضاء التام على الآفة يحتاج إلى ثلاثة مواسم أخرى، محذّرًا من نقل الفسائل من خارج الواحة من دون شهادة فحص.
`,
  },
  {
    kind: 'report',
    id: 'harvest-barley-en',
    topic: 'harvest',
    publisher: 'larkmoor',
    ageMinutes: 2500,
    title: 'Wet August trims barley crop but maltsters praise the grain',
    byline: 'Desmond Okley',
    tags: ['barley', 'farming', 'malting'],
    text: `
NORTHMERE (Larkmoor Wire) - Growers across the Northmere lowlands brought in 412,000 tonnes of spring barley this
year, 8 percent less than the five-year average, after rain flattened fields in the second half of August.

Maltsters nevertheless called the grain the best in a decade. Nitrogen levels averaged 1.48 percent, comfortably
inside the range brewers ask for, and rejection rates fell to one lorry in fifty.

Hester Quill, who farms 260 hectares near Saltby, said she lost a tenth of her crop but was paid a premium of 21 a
tonne for the rest. "It is the first time I have been poorer in weight and richer in money," she said.

The growers' union wants the next drainage budget moved forward, arguing that half of the lodged fields lie behind
culverts that were last cleared eleven years ago.
`,
  },
  {
    kind: 'report',
    id: 'harvest-barley-tidewick',
    topic: 'harvest',
    publisher: 'tidewick',
    ageMinutes: 2380,
    title: "Why this year's small barley harvest is making brewers smile",
    byline: 'Annis Holloway',
    tags: ['barley', 'brewing', 'Northmere'],
    text: `
Stand in the yard of the Saltby maltings and you can hear what a good year sounds like: a dry hiss as grain slides
off the lorry, and nobody arguing.

The lowland harvest is down by about a twelfth, thanks to a fortnight in which it seemed to rain every afternoon at
three. Yet the barley that survived is plump, pale and low in nitrogen, which is exactly what a brewer prays for.

Head maltster Edric Vane shows me a handful and bites a kernel in half. "Chalk, not glass," he says approvingly. He
has turned away only nine loads since the season opened; last year it was close to sixty.

Whether drinkers will notice is another matter. Two local breweries say they plan a harvest ale for December, and
both promise that the price of an ordinary pint will not move.
`,
  },
  {
    kind: 'report',
    id: 'harvest-apples-tidewick',
    topic: 'harvest',
    publisher: 'tidewick',
    ageMinutes: 410,
    title: 'Forgotten apple found in churchyard named after village caretaker',
    byline: 'Annis Holloway',
    tags: ['apples', 'orchards', 'Saltby'],
    text: `
An apple tree that has stood unnoticed against the churchyard wall at Little Hensham has been confirmed as a variety
recorded nowhere else, and it will carry the name of the caretaker who refused to cut it down.

Leaf samples were compared with more than 3,100 known varieties. None matched. The nearest relative, a cooking apple
once common in the district, differs at a dozen genetic markers.

Caretaker Walter Brimsey, 79, was told twice to fell the tree because its fruit made the path slippery. He swept the
path instead, every morning for nineteen autumns. "I just thought it was doing its best," he said.

Cuttings have been grafted on to forty rootstocks, and the first Brimsey's Best trees will be sold in aid of the
roof fund in three years' time.
`,
  },
]
