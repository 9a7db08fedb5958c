import type { Draft } from './draft.ts'

export const technology: readonly Draft[] = [
  {
    kind: 'report',
    id: 'technology-keyboard',
    topic: 'technology',
    publisher: 'rawasi',
    ageMinutes: 1620,
    title: 'شركة ناشئة في تل الريحان تطلق لوحة مفاتيح تشكّل النصوص العربية تلقائيًا',
    byline: 'نزار الحرفي',
    tags: ['لغة عربية', 'شركات ناشئة', 'تطبيقات'],
    text: `
تل الريحان (رواسي) - أطلقت شركة «حَرَكة» الناشئة تطبيقًا للوحة مفاتيح يضيف التشكيل إلى النص العربي أثناء كتابته،
وقالت إن دقّته بلغت 96.8 في المئة في اختبار أجرته جامعة المدينة على 12,000 جملة.

ويعمل التطبيق كله على الهاتف من دون اتصال بالشبكة، ولا يتجاوز حجمه 34 ميغابايت، وهو ما تراه الشركة ميزةً لمن يكتبون
نصوصًا خاصة أو يسكنون مناطق ضعيفة التغطية.

وقالت المؤسِّسة الشريكة لمى الضبط إن الفكرة بدأت من شكوى معلّمة كانت تقضي ساعتين كل مساء في تشكيل نصوص القراءة
لتلاميذ الصف الثاني، ثم اتّسعت لتشمل من يتعلمون العربية لغةً ثانية.

وجمعت الشركة 1,600,000 دينار في جولتها التمويلية الأولى، وتعتزم إضافة تصحيح الهمزات والتاء المربوطة في الإصدار
المقبل. والتطبيق مجاني للمدارس، وباشتراك سنوي قدره 9 دنانير لغيرها.
`,
  },
  {
    kind: 'copy',
    id: 'technology-keyboard-baydar',
    of: 'technology-keyboard',
    publisher: 'baydar',
    ageMinutes: 1560,
    title: '«حَرَكة».. تطبيق يشكّل العربية بدقة 96.8 في المئة ومن دون إنترنت',
    lead: 'طرحت شركة «حَرَكة» الناشئة من تل الريحان لوحة مفاتيح للهواتف تضيف الحركات إلى النص العربي في أثناء الكتابة، بدقة تقول إنها بلغت 96.8 في المئة.',
    dropped: 1,
  },
  {
    kind: 'report',
    id: 'technology-fiber-suhul',
    topic: 'technology',
    publisher: 'suhul',
    ageMinutes: 1150,
    title: 'قرى سهل العنبر تمدّ شبكة ألياف ضوئية بأيدي سكانها',
    byline: 'قسم المحافظات',
    tags: ['ألياف ضوئية', 'إنترنت', 'سهل العنبر'],
    text: `
أنهى سكان خمس قرى في سهل العنبر مدّ 62 كيلومترًا من الألياف الضوئية بجهد تطوعي، بعد أن اعتذرت شركات الاتصالات عن
إيصال الخدمة إليهم بحجة قلّة عدد المشتركين.

وحفر الأهالي الخنادق على أطراف الحقول في مواسم الراحة الزراعية، وأشرف على اللحام والاختبار طلاب من المعهد التقني
مقابل وجبات الغداء وشهادة خبرة معتمدة.

ويدفع البيت الواحد 7 دنانير في الشهر مقابل سرعة 300 ميغابت في الثانية، تذهب كلها إلى صندوق تعاوني للصيانة. ووصل عدد
البيوت الموصولة إلى 840 من أصل 1100.

وقال منسق المشروع حاتم الوصّال إن ثلاث بلديات أخرى طلبت الاطلاع على التجربة، وإن التعاونية نشرت دفتر الكلفة
والمخططات على موقعها ليستفيد منها من يشاء.
`,
  },
  {
    kind: 'report',
    id: 'technology-archive-qanadil',
    topic: 'technology',
    publisher: 'qanadil',
    ageMinutes: 480,
    title: 'أشرطة الإذاعة القديمة تعود إلى الحياة في قبو جامعة المرسى',
    byline: 'دانيا الأثير',
    tags: ['أرشيف', 'إذاعة', 'ذكاء اصطناعي'],
    text: `
في قبوٍ رطب تحت كلية الهندسة بجامعة المرسى تدور أربع آلات تسجيل بُنيت قبل نصف قرن، فيما تنقل أسلاك رفيعة ما تقوله
إلى حواسيب تُصغي إليه وتكتبه.

المشروع يُعنى بإنقاذ 18 ألف شريط من أرشيف إذاعة محلية أُغلقت، فيها نشرات أخبار ومسرحيات وحلقات للأطفال ومباريات
عُلّق عليها بلهجات كادت تختفي. ويقول المشرف سنان الموجي إن شريطًا من كل خمسة صار هشًّا يُخبز في فرن خاص قبل تشغيله.

درّب الفريق نموذجًا للتعرّف على الكلام على أصوات المذيعين أنفسهم، فانخفض معدل الخطأ في الكلمات من 41 إلى 17 في
المئة. وما زالت أسماء القرى أصعب ما يواجهه، لأن كل مذيع كان ينطقها على هواه.

وسيُفتح الأرشيف للعموم مع بداية الصيف، مع خاصية بحث تتسامح في الهمزات والتـشكيل، فمن كتب «اذاعه» يجد «إذاعة».
`,
  },
  {
    kind: 'report',
    id: 'technology-battery-en',
    topic: 'technology',
    publisher: 'larkmoor',
    ageMinutes: 1480,
    title: 'Old bus batteries to keep Tidewick hospital lit in power cuts',
    byline: 'Gareth Monkton',
    tags: ['batteries', 'hospital', 'energy storage'],
    text: `
TIDEWICK (Larkmoor Wire) - Batteries taken from 48 retired electric buses will provide emergency power to Tidewick
General Hospital under a scheme announced on Tuesday, replacing two diesel generators installed in the 1980s.

The packs have lost about 30 percent of their original range, too much for a bus on a hilly route but ample for a
building. Stacked in shipping containers behind the laundry, they will hold 9.6 megawatt-hours, enough for eleven
hours without the grid.

Engineer Priya Oldcastle, who leads the project for the transport authority, said the batteries had been due for
recycling at a cost of 400,000. "It turned out the cheapest thing to do with them was something useful," she said.

The system will be switched on in March. On ordinary days it will charge when power is cheap and sell a little back
each evening, which the hospital expects to bring in 85,000 a year.
`,
  },
  {
    kind: 'copy',
    id: 'technology-battery-copy',
    of: 'technology-battery-en',
    publisher: 'tidewick',
    ageMinutes: 1440,
    title: 'Hospital swaps diesel for 48 worn-out bus batteries',
    dropped: 2,
  },
  {
    kind: 'report',
    id: 'technology-battery-tidewick',
    topic: 'technology',
    publisher: 'tidewick',
    ageMinutes: 620,
    title: 'Inside the laundry yard where buses go to become a power station',
    byline: 'Osbert Crane',
    tags: ['Tidewick General', 'batteries', 'buses'],
    text: `
The number 14 to Saltby climbed Gallows Hill some sixty thousand times before its battery gave up. This week that
battery was lowered by crane into a white container behind the hospital laundry, where it will never climb anything
again.

Forty-seven others are following it. Technicians test each pack, sort the good modules from the tired ones, and bolt
them into racks that hum at a pitch the night porters have already learned to ignore.

For matron Beatrice Hollin the attraction is silence. The old diesels had to be run every Sunday at six in the
morning, and patients on the east ward woke to what one of them described as a tractor giving birth.

There is a lesson in it for the council, says the scheme's engineer, who keeps a list of other things the city pays
to throw away. She would not show it to me, but it ran to four pages.
`,
  },
]
