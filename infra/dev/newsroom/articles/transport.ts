import type { Draft } from './draft.ts'

export const transport: readonly Draft[] = [
  {
    kind: 'report',
    id: 'transport-tram',
    topic: 'transport',
    publisher: 'rawasi',
    ageMinutes: 1240,
    title: 'انطلاق التشغيل التجريبي لترام المرسى على مسار طوله 13.5 كيلومتر',
    byline: 'هاني الجرّاح',
    tags: ['ترام', 'نقل عام', 'المرسى'],
    text: `
المرسى (رواسي) - انطلق فجر اليوم التشغيل التجريبي لترام المرسى على مسار طوله 13.5 كيلومتر يضم 19 محطة تربط محطة
القطار بالجامعة والمستشفى المركزي، على أن يُفتح للركاب بعد 90 يومًا.

وتسير العربات الست في هذه المرحلة من دون ركاب وبسرعة لا تتجاوز 30 كيلومترًا في الساعة، لاختبار الإشارات والمكابح
وأولوية المرور عند 27 تقاطعًا.

وقالت مديرة المشروع تالا السكّاكي إن الترام سينقل 52,000 راكب يوميًا، وسيغني عن نحو 9,000 رحلة بالسيارات الخاصة، وإن
التذكرة ستكون موحّدة مع الحافلات بسعر 35 قرشًا.

وتأخر المشروع عامين بعد العثور على قناة مياه أثرية تحت شارع الصنوبر، فعُدّل المسار وحُفظت القناة تحت ممر زجاجي صار
محطةً سابعة لا ينزل فيها الركاب فحسب بل السيّاح أيضًا.
`,
  },
  {
    kind: 'copy',
    id: 'transport-tram-baydar',
    of: 'transport-tram',
    publisher: 'baydar',
    ageMinutes: 1190,
    title: 'ترام المرسى يتحرك أخيرًا.. 19 محطة و90 يومًا قبل استقبال الركاب',
    lead: 'بعد تأخير دام عامين تحرّكت فجر اليوم أولى عربات ترام المرسى في تشغيل تجريبي على مسار طوله 13.5 كيلومتر و19 محطة.',
    dropped: 1,
  },
  {
    kind: 'copy',
    id: 'transport-tram-suhul',
    of: 'transport-tram',
    publisher: 'suhul',
    ageMinutes: 1175,
    title: 'بالأرقام: ترام المرسى يبدأ تشغيله التجريبي و52,000 راكب متوقّع يوميًا',
    dropped: 3,
  },
  {
    kind: 'report',
    id: 'transport-tram-qanadil',
    topic: 'transport',
    publisher: 'qanadil',
    ageMinutes: 1130,
    title: 'سائقة ترام في المرسى: تدرّبت ألف ساعة لأقود عربة فارغة بسعادة',
    byline: 'ريم الدوسقي',
    tags: ['ترام المرسى', 'نساء في النقل', 'مهن'],
    text: `
تجلس نغم الحديدية في مقصورة القيادة مرتدية سترة زرقاء، وتعدّ بصوت مسموع: إشارة، سرعة، مرايا، جرس. خلفها ستون مقعدًا
فارغًا وأكياس رمل بوزن الركاب.

هي واحدة من إحدى عشرة سائقة اجتزن تدريبًا من ألف ساعة، نصفها على جهاز محاكاة يفاجئهن بأطفال يركضون خلف كرة وبشاحنة
متوقفة على السكة وبانقطاع الكهرباء في المنعطف.

تقول إن أصعب ما في الأمر ليس الترام بل المدينة، فالناس نسوا أن السكة ليست موقفًا. في الليلة الأولى أحصت أربعين سيارة
على المسار، وفي الثالثة سبعًا، وتتوقع أن تُحصي في العاشرة صفرًا.

وحين تنتهي ورديّتها تعود إلى بيتها بالحافلة، وتجلس وراء السائق مباشرةً. تقول: «عادة المهنة، لا أستطيع أن أمنع قدمي
من البحث عن المكبح».
`,
  },
  {
    kind: 'report',
    id: 'transport-bridge-suhul',
    topic: 'transport',
    publisher: 'suhul',
    ageMinutes: 60,
    title: 'إعادة فتح جسر وادي السيّال أمام السيارات بعد تدعيم ركائزه',
    byline: 'قسم المحافظات',
    tags: ['جسور', 'وادي السيال', 'طرق'],
    text: `
أعادت مديرية الأشغال فتح جسر وادي السيّال أمام السيارات الصغيرة بعد تدعيم ركيزتين تضررتا في فيضان الربيع، على أن
يُسمح للشاحنات بالمرور خلال شهر إن اجتاز الجسر اختبار الأحمال.

وكان إغلاق الجسر قد أجبر سكان ثماني قرى على سلوك طريق بديل يزيد المسافة إلى المدينة 34 كيلومترًا، ورفع أجرة الحافلة
من ربع دينار إلى نصف دينار.

واستخدم المهندسون خرسانة سريعة التصلّب ومجسّات ترسل قراءة كل عشر دقائق إلى غرفة المراقبة، وستُغلق الإشارة الضوئية
عند المدخلين تلقائيًا إذا تجاوز الاهتزاز حدّه.

وطالب رئيس مجلس القرى ضرغام العبّارة بجسر ثانٍ للمشاة، لأن تلاميذ المدرسة الإعدادية يعبرون الجسر يوميًا على رصيف
عرضه أقل من متر.
`,
  },
  {
    kind: 'report',
    id: 'transport-night-train-en',
    topic: 'transport',
    publisher: 'larkmoor',
    ageMinutes: 1080,
    title: 'Night train returns to the coast line after 23 years',
    byline: 'Imogen Farrell',
    tags: ['railways', 'night trains', 'Harrow Quay'],
    text: `
HARROW QUAY (Larkmoor Wire) - A sleeper train left Harrow Quay for the first time in 23 years on Sunday evening,
with every one of its 186 berths taken and a brass band on the platform.

The service will run three nights a week, covering the 740 kilometres to the capital in just under ten hours. A
berth in a shared compartment costs 49, about a third of the price of a flight and a hotel.

Operator Lantern Rail rebuilt fourteen carriages found in a siding overgrown with brambles. Managing director Fabian
Roscoe said the hardest part was the plumbing: "Nobody alive knew where the pipes went. We found out one at a time."

Bookings for the winter are already at 81 percent, and the company hopes to add a fourth night in spring. Bicycles
travel free in a van that used to carry the post.
`,
  },
  {
    kind: 'copy',
    id: 'transport-night-train-copy',
    of: 'transport-night-train-en',
    publisher: 'tidewick',
    ageMinutes: 1045,
    title: 'All 186 berths sold as sleeper pulls out of Harrow Quay',
    dropped: 3,
  },
  {
    kind: 'report',
    id: 'transport-night-train-tidewick',
    topic: 'transport',
    publisher: 'tidewick',
    ageMinutes: 540,
    title: 'I slept, more or less, on the first night train in a generation',
    byline: 'Petra Lundgate',
    tags: ['railways', 'travel writing', 'sleeper'],
    text: `
At twenty to ten a steward called Ambrose knocked and asked whether I took milk, and I knew that somebody had
thought about this properly.

The berth is narrow but not mean. There is a hook for a coat, a net for a book, and a small blue lamp whose only
purpose, as far as I can tell, is to make you feel like a person in a story. My companion below, a cellist, had
booked a second bunk for her cello.

Sleep came somewhere past Millbeck and left again at a red signal. I lifted the blind: a station without a name, a
fox on the platform, the kind of silence that has an engine idling inside it.

We reached the capital nine minutes early. Ambrose apologised for this, and brought another tea so that we could be
late in comfort.
`,
  },
  {
    kind: 'report',
    id: 'transport-cycle-baydar',
    topic: 'transport',
    publisher: 'baydar',
    ageMinutes: 25,
    title: 'مسار للدراجات على الكورنيش.. والتجار بين مرحّب ومعترض',
    byline: 'لؤي السمّاك',
    tags: ['دراجات', 'كورنيش رأس النخل', 'بلدية'],
    text: `
بدأت بلدية رأس النخل طلاء مسار أخضر للدراجات على طول الكورنيش مسافة 5.2 كيلومتر، مقتطعةً مترين من الطريق ونحو 120
موقفًا للسيارات.

ورحّب أصحاب المقاهي بالمشروع لأن راكب الدراجة «يرى الطاولة فيجلس»، أما أصحاب محال الأثاث فيخشون أن يعجز الزبون عن
إيقاف سيارته قرب الباب لحمل ما اشترى.

وعرضت البلدية حلًّا وسطًا يقضي بتخصيص مواقف قصيرة المدة في الشوارع الخلفية، وبالسماح بالتحميل بين السادسة والتاسعة
صباحًا.

وسيخضع المسار للتقييم بعد ستة أشهر، وتقول عضو المجلس البلدي مي الدرّاجة إن عدّادين إلكترونيين سيسجّلان عدد العابرين
حتى يكون النقاش بالأرقام لا بالظنون.
`,
  },
]
