import type { Draft } from './draft.ts'

export const health: readonly Draft[] = [
  {
    kind: 'report',
    id: 'health-clinic',
    topic: 'health',
    publisher: 'rawasi',
    ageMinutes: 2050,
    title: 'عيادات متنقلة تصل إلى 92 قرية جبلية وتفحص 15,600 شخص في شهرين',
    byline: 'أروى الشافية',
    tags: ['صحة', 'عيادات متنقلة', 'سكري'],
    text: `
جبل الغيم (رواسي) - قالت مديرية الصحة في جبل الغيم إن عياداتها المتنقلة فحصت 15,600 شخص في 92 قرية خلال شهرين،
واكتشفت 1,140 إصابة بالسكري لم يكن أصحابها على علم بها.

وتتألف كل عيادة من حافلة صغيرة فيها طبيب وممرضتان وجهاز تخطيط للقلب ومختبر للتحاليل السريعة، وتعود إلى القرية نفسها
كل 6 أسابيع لمتابعة الحالات وصرف الأدوية.

وبيّنت الطبيبة المشرفة غيداء المعافى أن ثلثي المرضى الجدد نساء تجاوزن الخمسين لم يزرن طبيبًا منذ آخر ولادة، وأن أقرب
مستشفى يبعد عنهن ساعتين بالسيارة في الطريق الجبلية.

وتسعى المديرية إلى إضافة 5 حافلات قبل الشتاء، وإلى تدريب 80 متطوعة من القرى على قياس الضغط والسكر، بتمويل من صندوق
المغتربين قدره 620,000 دينار.
`,
  },
  {
    kind: 'copy',
    id: 'health-clinic-suhul',
    of: 'health-clinic',
    publisher: 'suhul',
    ageMinutes: 1980,
    title: 'عيادات جبل الغيم المتنقلة تكتشف 1,140 إصابة بالسكري',
  },
  {
    kind: 'copy',
    id: 'health-clinic-baydar',
    of: 'health-clinic',
    publisher: 'baydar',
    ageMinutes: 1960,
    title: 'حافلات الصحة في جبل الغيم: 15,600 فحص و92 قرية في شهرين',
    lead: 'كشفت عيادات متنقلة تجوب قرى جبل الغيم عن 1,140 مصابًا بالسكري لم يكونوا يعلمون بمرضهم، وذلك بعد فحص 15,600 شخص خلال شهرين.',
    dropped: 1,
  },
  {
    kind: 'report',
    id: 'health-walk-qanadil',
    topic: 'health',
    publisher: 'qanadil',
    ageMinutes: 1400,
    title: '«نادي السابعة صباحًا»: مسنّون يمشون ليتركوا عصيّهم عند الباب',
    byline: 'مالك الملاعب',
    tags: ['مشي', 'كبار السن', 'صحة'],
    text: `
كل يوم في السابعة صباحًا يجتمع عند نافورة الحديقة العامة في المرسى نحو خمسين رجلًا وامرأة تجاوز معظمهم السبعين، ثم
ينطلقون في مسيرة قصيرة تتوقف عند كل مقعد.

بدأ النادي قبل ثلاث سنوات حين وصفت طبيبة الحيّ المشيَ لأربعة من مرضاها بدل الدواء، فخافوا أن يملّوا وحدهم فاتفقوا
على موعد. واليوم صار للنادي نشيد ودفتر حضور وغرامة تُدفع شايًا.

وتقول اختصاصية العلاج الطبيعي هيفاء الخطوة إنها قاست سرعة المشي والتوازن لدى الأعضاء، فوجدت أن حوادث السقوط تراجعت
إلى النصف خلال عام واحد، وأن ضغط الدم تحسّن عند سبعة من كل عشرة.

أما أبو رياض، وعمره 84 عامًا، فيقول إن أهم فائدة لم تُقَس بعد: صار لديه سبب ليحلق ذقنه كل صباح.
`,
  },
  {
    kind: 'report',
    id: 'health-pharmacy-baydar',
    topic: 'health',
    publisher: 'baydar',
    ageMinutes: 350,
    title: 'نقابة الصيادلة تعلن انفراج أزمة حليب الأطفال العلاجي خلال أسبوع',
    byline: 'عبير القطّاف',
    tags: ['صيدليات', 'حليب الأطفال', 'دواء'],
    text: `
أعلنت نقابة الصيادلة أن شحنتين من حليب الأطفال العلاجي تضمّان 26,000 علبة ستصلان خلال أسبوع، وأن التوزيع سيجري بحسب
سجل المرضى حتى لا تتكدّس العلب في صيدليات دون أخرى.

وكان آباء أطفال مصابين بحساسية البروتين قد اشتكوا من فقدان الحليب منذ أسابيع، ومن بيعه في السوق السوداء بأربعة أضعاف
سعره. وقال والد طفلة عمرها سبعة أشهر إنه قطع 200 كيلومتر ليحصل على علبتين.

وأوضح نقيب الصيادلة رائد الدوائي أن سبب الأزمة تأخّر تجديد رخصة الاستيراد لا نقص المنتج، وأن الوزارة وافقت على تجديد
الرخص إلكترونيًا قبل انتهائها بثلاثة أشهر.

وخصّصت النقابة رقمًا للشكاوى، ودعت إلى عدم شراء علب مجهولة المصدر لأن ظروف تخزينها قد تجعلها خطرة على الرضّع.
`,
  },
  {
    kind: 'report',
    id: 'health-nap-en',
    topic: 'health',
    publisher: 'larkmoor',
    ageMinutes: 1250,
    title: 'Night nurses who nap make fewer errors, Northmere study finds',
    byline: 'Imogen Farrell',
    tags: ['nursing', 'sleep', 'patient safety'],
    text: `
NORTHMERE (Larkmoor Wire) - Nurses allowed a 30-minute nap during night shifts made 28 percent fewer medication
errors than colleagues who worked straight through, according to a year-long trial at two Northmere hospitals.

The study followed 364 nurses on 22 wards. Half the wards set aside a darkened room and an extra member of staff to
cover; the rest kept the usual break in a lit canteen.

Lead author Dr Tamsin Eyre of the local university said the benefit was greatest between four and six in the
morning, when reaction times on the ordinary wards fell to the level of drivers at the legal alcohol limit.

Hospital managers said the extra cover cost 310 a ward each week, less than the average cost of putting one serious
error right. Both hospitals intend to make the nap permanent.
`,
  },
  {
    kind: 'copy',
    id: 'health-nap-copy',
    of: 'health-nap-en',
    publisher: 'tidewick',
    ageMinutes: 1210,
    title: 'Let them sleep: half-hour naps cut ward errors by a quarter',
    lead: "A half-hour nap in the middle of a night shift cut nurses' medication errors by 28 percent in a year-long trial at two Northmere hospitals.",
  },
  {
    kind: 'report',
    id: 'health-dentist-tidewick',
    topic: 'health',
    publisher: 'tidewick',
    ageMinutes: 240,
    title: 'Village gets a dentist again, in a converted library van',
    byline: 'Petra Lundgate',
    tags: ['dentistry', 'rural services', 'Little Hensham'],
    text: `
For the first time in seven years the people of Little Hensham can have a tooth filled without taking two buses,
because the dentist now comes to them in what used to be the mobile library.

The van still smells faintly of paperbacks. Where the crime shelf stood there is a reclining chair, and patients
wait on the bench from which they once chose large-print romances.

Dentist Mirela Stanhope saw 27 people on her first day, among them a farmer who had been chewing on one side since
the spring before last. She found four abscesses and, in a boy of six, a perfect set of teeth that she photographed
to cheer herself up.

The county will pay for two days a month until summer and then decide. A petition to make it weekly gathered 600
signatures by teatime, some of them written while numb.
`,
  },
]
