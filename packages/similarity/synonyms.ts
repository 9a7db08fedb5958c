/**
 * Words that one newsroom writes where another writes a second of the same line. Opposites stand on lines of their own, so
 * that a rise is not taken for a fall. A word stands on one line only.
 */
export const synonyms: readonly string[] = `
rose rise rises risen rising climbed climb climbs gained gains grew grow grows increased increase increases jumped surged advanced
fell fall falls fallen falling dropped drop drops slipped declined decline declines decreased decrease sank tumbled slid
raised raise raises raising lifted lift lifts hiked hike hikes
cut cuts cutting lowered lower lowers reduced reduce reduces trimmed slashed
killed kill kills died dies dead death deaths
injured injuries injury wounded hurt
beat beats beaten defeated defeat defeats overcame
lost lose loses losing
arrived arrives arrive landed lands
left leaves departed departs
signed signs sign inked
agreed agrees agreement deal accord
rejected rejects reject refused refuses
approved approves approve endorsed passed
opened opens inaugurated inaugurates
closed closes close shut shuts
began begins begin started starts start commenced launched launches
ended ends finished finishes concluded concludes
fire blaze
storm tempest
boat vessel ship
rescued rescues rescue saved saves
postponed postpones postpone delayed delays deferred
cancelled cancels scrapped
arrested arrests arrest detained detains held
freed frees released releases
minister secretary
police officers
big large huge major great
small little minor
talks discussions negotiations meeting
discussed discusses discuss debated
urged urges urge called calls appealed
warned warns cautioned
expected expects expect forecast forecasts predicted
law legislation bill
company firm business
people persons residents inhabitants
children kids
road highway
town village
earthquake quake tremor
shook struck strikes hit hits
destroyed destroys wrecked ruined devastated
blamed blames
verdict ruling judgment
article story
showed shows show revealed reveals
plan plans planned project scheme
buy buys bought purchased acquired
aid help assistance relief
ارتفع ارتفعت يرتفع ترتفع ارتفاع مرتفع صعد صعدت يصعد تصعد صعود زاد زادت يزيد تزيد ازداد ازدادت زيادة
تراجع تراجعت يتراجع تتراجع انخفض انخفضت ينخفض تنخفض انخفاض منخفض هبط هبطت يهبط تهبط هبوط
رفع رفعت يرفع ترفع
خفض خفضت يخفض تخفض قلص قلصت يقلص تقلص تقليص تقليل
قتل قتلت مقتل مصرع مصرعهم لقوا لقي وفاة
أصيب أصيبوا إصابة إصابات جرح جرحى جريح جروح مصابين
فاز فازت يفوز تفوز فوز تغلب تغلبت يتغلب هزم هزمت يهزم
خسر خسرت يخسر خسارة
وصل وصلت يصل تصل وصول
غادر غادرت يغادر تغادر مغادرة
التقى التقت يلتقي استقبل استقبلت يستقبل لقاء اجتمع اجتماع
بحث بحثت يبحث تبحث ناقش ناقشت يناقش تناول تناولت
وقع وقعت يوقع توقيع
اتفق اتفقت يتفق اتفاق اتفاقية اتفاقا
رفض رفضت يرفض ترفض رفض
وافق وافقت يوافق أقر أقرت يقر صادق صادقت
افتتح افتتحت يفتتح افتتاح دشن دشنت يدشن تدشين
أغلق أغلقت يغلق تغلق إغلاق
بدأ بدأت يبدأ تبدأ بداية انطلق انطلقت ينطلق انطلاق
انتهى انتهت ينتهي اختتم اختتمت ختام نهاية
حريق نيران حرائق
اندلع اندلعت شب نشب نشبت
عاصفة إعصار
زورق قارب مركب سفينة
أنقذ أنقذت إنقاذ نجاة
أرجأ أرجأت أجل أجلت تأجيل إرجاء
ألغى ألغت إلغاء
اعتقل اعتقلت توقيف أوقف أوقفت توقف حبس اعتقال
أفرج أفرجت الإفراج إطلاق
كبير ضخم كبرى هائل
دعا دعت يدعو تدعو دعوة طالب طالبت يطالب تطالب حث حثت
حذر حذرت يحذر تحذر تحذير
توقع توقعت يتوقع تتوقع رجح رجحت يرجح ترجح
تعزيز دعم تطوير
سبل طرق وسائل
بلغ بلغت يبلغ تبلغ قدر قدرت يقدر تقدر
أدى أدت يؤدي أسفر أسفرت تسبب تسببت
سكان أهالي
كلفة تكلفة تكاليف
خطة مشروع برنامج
هدف يهدف تهدف بهدف يرمي ترمي
عام سنة
قاد قادت تصدر تصدرت
اعتزم تعتزم يعتزم تخطط يخطط
`
  .trim()
  .split('\n')
