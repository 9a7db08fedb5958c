import type { Draft } from './draft.ts'

export const courts: readonly Draft[] = [
  {
    kind: 'report',
    id: 'courts-water',
    topic: 'courts',
    publisher: 'rawasi',
    ageMinutes: 2200,
    title: 'محكمة الاستئناف تُلزم شركة مياه سهل العنبر بردّ 3,400,000 دينار للمشتركين',
    byline: 'وائل الميزان',
    tags: ['قضاء', 'مياه', 'سهل العنبر'],
    text: `
سهل العنبر (رواسي) - قضت محكمة الاستئناف في سهل العنبر بإلزام شركة المياه المحلية بردّ 3,400,000 دينار إلى نحو
41,000 مشترك، بعدما ثبت لها أن الشركة احتسبت رسوم صيانة لم تُنفَّذ خلال 4 سنوات.

وجاء في حيثيات الحكم أن الشركة «استوفت مقابلًا لخدمة لم تقدّمها»، وأن البند الوارد في الفاتورة تحت اسم «صيانة دورية»
لا سند له في عقد الامتياز المُبرم مع البلدية.

وكانت جمعية حماية المستهلك قد رفعت الدعوى قبل 3 سنوات، وخسرتها أمام محكمة الدرجة الأولى قبل أن تستأنف مستندةً إلى
تقرير خبير أثبت أن 70 في المئة من العدّادات لم يزرها أي فنّي.

وقال محامي الشركة إنها تدرس الطعن بالنقض أمام المحكمة العليا، في حين أكدت الجمعية أن الردّ سيكون خصمًا من الفواتير
على 12 شهرًا من دون حاجة إلى تقديم طلب.
`,
  },
  {
    kind: 'copy',
    id: 'courts-water-qanadil',
    of: 'courts-water',
    publisher: 'qanadil',
    ageMinutes: 2130,
    title: '41,000 مشترك يستردّون أموالهم.. حكم قضائي ضد شركة المياه في سهل العنبر',
    lead: 'كسب عشرات آلاف المشتركين في سهل العنبر معركة قضائية طويلة، بعد أن ألزمت محكمة الاستئناف شركة المياه بردّ 3,400,000 دينار حُصّلت رسومًا لصيانة لم تُنفَّذ.',
    dropped: 2,
  },
  {
    kind: 'copy',
    id: 'courts-water-suhul',
    of: 'courts-water',
    publisher: 'suhul',
    ageMinutes: 2110,
    title: 'الاستئناف تنصف مشتركي المياه في سهل العنبر وتأمر بردّ الرسوم',
    dropped: 3,
  },
  {
    kind: 'update',
    id: 'courts-water-update',
    of: 'courts-water',
    publisher: 'rawasi',
    ageMinutes: 300,
    title: 'مُحدَّث: شركة مياه سهل العنبر تتراجع عن الطعن وتبدأ ردّ الرسوم الشهر المقبل',
    text: `
سهل العنبر (رواسي) - أعلنت شركة المياه في سهل العنبر أنها لن تطعن في حكم الاستئناف الصادر ضدها، وأنها ستبدأ ردّ
المبالغ إلى المشتركين اعتبارًا من فاتورة الشهر المقبل.

وقالت في بيان مقتضب إن مجلس الإدارة كلّف مدقّقًا مستقلًا بمراجعة بنود الفواتير كلها، وإن نتائج المراجعة ستُنشر قبل
نهاية الفصل.
`,
  },
  {
    kind: 'report',
    id: 'courts-manuscripts-baydar',
    topic: 'courts',
    publisher: 'baydar',
    ageMinutes: 990,
    title: 'السجن عامين لموظف سابق سرق 37 مخطوطة من دار الكتب في تل الريحان',
    byline: 'سحر الأرشيفي',
    tags: ['محكمة الجنايات', 'مخطوطات', 'تل الريحان'],
    text: `
حكمت محكمة الجنايات في تل الريحان بسجن موظف سابق في دار الكتب مدة عامين وتغريمه 20,000 دينار، بعد إدانته بسرقة 37
مخطوطة على مدى ست سنوات وبيع بعضها لهواة جمع الكتب.

وكُشفت السرقة مصادفةً حين طلبت باحثة مخطوطة في علم الفلك، فجاءها أمين القاعة بعلبة فارغة إلا من صحيفة قديمة. وأظهر
الجرد اللاحق أن رفًّا كاملًا قد استُبدلت محتوياته بدفاتر مدرسية.

واستعادت الشرطة 29 مخطوطة من مستودع في أطراف المدينة، منها نسخة نادرة من رسالة في صناعة الأسطرلاب، فيما لا يزال
البحث جاريًا عن الثماني الباقية.

وقرّرت دار الكتب تركيب أقفال إلكترونية ورقمنة المجموعة كاملة خلال 18 شهرًا، ودعت من اشترى مخطوطة بحسن نيّة إلى
إعادتها مقابل مكافأة رمزية.
`,
  },
  {
    kind: 'report',
    id: 'courts-mill-en',
    topic: 'courts',
    publisher: 'larkmoor',
    ageMinutes: 1750,
    title: 'Judge halts demolition of riverside mill pending bat survey',
    byline: 'Imogen Farrell',
    tags: ['planning', 'courts', 'Northmere'],
    text: `
NORTHMERE (Larkmoor Wire) - A county judge on Thursday ordered developers to stop pulling down the Fenwick flour
mill until an independent survey establishes whether a colony of horseshoe bats still roosts in its loft.

Judge Harriet Pellow said the council had granted permission for 144 flats on the strength of a survey carried out
in January, when the animals hibernate elsewhere, and that the error was "neither small nor cured by enthusiasm".

Fenwick Riverside Homes, which had already removed the roof of the north wing, said the delay would cost it 90,000 a
week. Its lawyers asked that objectors be made to guarantee those losses; the judge refused.

The survey must be finished within 28 days. The case was brought by three retired teachers who told the court they
had counted 61 bats leaving the building on a single evening in June.
`,
  },
  {
    kind: 'copy',
    id: 'courts-mill-copy',
    of: 'courts-mill-en',
    publisher: 'tidewick',
    ageMinutes: 1690,
    title: 'Bats 1, bulldozers 0: court stops work at Fenwick mill',
    dropped: 2,
  },
  {
    kind: 'report',
    id: 'courts-noise-tidewick',
    topic: 'courts',
    publisher: 'tidewick',
    ageMinutes: 700,
    title: 'Bell-ringers win right to practise, but not past nine',
    byline: 'Osbert Crane',
    tags: ['magistrates', 'bell-ringing', 'Harrow Quay'],
    text: `
Magistrates have thrown out a noise complaint against the bell-ringers of St Aldhelm's, while asking them to be
finished by nine in the evening.

The complaint came from a couple who moved into the converted chapel next door in spring. They told the bench that
practice nights had made it impossible to put their baby to bed, and played a recording that set off the clerk's
hearing aid.

Tower captain Winifred Sloe replied that the bells had been rung on Tuesdays since before the railway came, and that
the estate agent's brochure described the setting as "steeped in living tradition".

Chairing the bench, Mr Lionel Abery said that both sides had been reasonable people behaving slightly unreasonably.
The ringers have since invited their neighbours to learn the ropes, and one of them has accepted.
`,
  },
]
