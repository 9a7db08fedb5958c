import { words } from '@rafid/text'
import { fnv1a } from './hash.ts'
import { storyStem } from './story-stem.ts'

/** Words that news of all kinds are made of, and that therefore tell no event. */
const ordinaryWords: Readonly<Record<string, string>> = {
  en: `
    about above according action add address after again against ago aim air all allow also amid among announce another
    any appeal area around arrest ask attack attempt award away back bad ban become before begin behind being best better
    between big bill board body book boost boss both break bring build business buy call campaign can case cause centre
    center century challenge chance change charge check chief child children city claim clash close club come coming
    community company concern confirm continue control cost could council country couple court cover crash crisis cut date
    daughter day days deal death debate decide decision delay demand despite detail develop die dies director do dead
    down draw drive drop due during early east economy eight end enter even event ever every expect expert eye face fact
    fail fall family fan far father fear feature few fight file film final find fire firm first five follow food force
    foreign former found four free friend from full fund future game get girl give global go good government great group
    grow growth guide had half hand head health hear help her here hero high his hit hold home hope hospital hour house
    how huge human hundred hurt hold if images impact improve include increase industry inside international interview
    into investigate issue its job join judge july june january february march april august september october november
    december just keep key kill king know large last late latest launch law lead leader league learn leave left legal let
    life like line list little live local look lose loss lot love low made main major make man manager many mark market
    match may mayor me meet meeting member men message might million billion minister minute miss mother money month more
    morning most move much murder music must my name nation national near need never new news next night nine no north
    not now number offer office official old on once one online only open order other our out outside over own party pass
    pay people per performance person phone photo picture plan play player please police policy poll power president
    press price prime prison problem process product programme program project protect protest public push put question
    quit race raise rate reach read ready real reason record red reduce release remain remove reply report research
    response rest result return reveal review right rise risk road role rule run russia safe sale same save say school
    second secretary see seek sell senior serious serve service set seven several share she should show side sign since
    site six so social some son source south speak special spend sport staff stage stand star start state statement stay
    step still stop stock story strike strong student study such support surge suspect system take talk team tell ten term
    test than thank their them then there these they thing think third thousand threat three through ticket time tip to
    today together tomorrow tonight top total tough town trade train travel trial trip trust try turn two under union
    united university unveil up urge us use very victim victory video view visit vote wait walk want war warn warning watch
    water way we wear week weekend welcome well west what when where while white who whole why wife win winner without
    woman women word work worker world worry would wound year years yesterday yet you young your`,
  ar: `
    قال قالت يقول تقول اعلن اعلنت يعلن تعلن اعلان اكد اكدت يؤكد تؤكد كشف كشفت يكشف تكشف اوضح اضاف اشار ذكر ذكرت نفى
    رئيس رئيسة رئاسة الرئيس وزير وزيرة الوزير وزارة الوزارة الوزراء وزراء مجلس المجلس حكومة الحكومة دولة الدولة دول الدول
    لجنة هيئة شركة شركات مدير مديرية محافظ محافظة ملك الملك امير الامير ولي العهد نائب النائب عضو اعضاء مسؤول
    مسؤولون مصدر مصادر وفد جلسة اجتماع اجتماعا يجتمع لقاء يلتقي التقى استقبل يستقبل استقبال يبحث بحث بحثا يناقش زيارة زار
    يزور تعاون التعاون علاقات العلاقات ثنائية مشترك المشترك مشتركة اتفاق اتفاقية توقيع قرار قرارات قانون مشروع مشاريع
    خطة برنامج مبادرة مؤتمر منتدى قمة دعم تطوير تعزيز تنظيم اطلاق يطلق اطلق افتتاح يفتتح افتتح تدشين بدء انطلاق بدا
    انتهاء اليوم امس غدا الان يوم ايام اسبوع الاسبوع شهر اشهر سنة سنوات عام العام اعوام ساعة ساعات دقيقة مساء صباح
    الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر
    نوفمبر ديسمبر جديد جديدة الجديد الجديدة قديم كبير كبيرة اكبر اول الاول الاولى ثاني الثاني الثانية ثالث الثالث اخر
    الاخيرة الماضي المقبل القادم الحالي الحالية اكثر اقل اعلى ادنى افضل مليون مليار الف مئة عشرات مئات الاف واحد اثنان
    ثلاثة ثلاث اربعة اربع خمسة خمس ستة سبعة ثمانية تسعة عشرة شخص اشخاص رجل امراة نساء طفل اطفال شاب شباب مواطن المواطنين
    الناس عائلة حياة وفاة مقتل قتل قتلى اصابة اصابات مصاب جرحى جريح ضحايا حادث حوادث شرطة الشرطة امن الامن قوات القوات
    جيش الجيش هجوم هجمات حرب الحرب ازمة الازمة قضية محكمة المحكمة توقيف اعتقال سجن تحقيق التحقيق مدينة المدينة منطقة
    المنطقة مناطق بلد البلاد العالم العالمي العالمية الدولي الدولية الوطني الوطنية المحلي المحلية العربي العربية سوق
    السوق اسواق الاسواق سعر اسعار الاسعار ارتفاع يرتفع ارتفع انخفاض ينخفض تراجع يتراجع اقتصاد الاقتصاد اقتصادي مالية
    المالية بنك البنك تجارة استثمار زيادة نسبة نمو صحة الصحة مستشفى طبيب تعليم التعليم مدرسة مدارس جامعة الجامعة طلاب
    الطلاب دراسة نتائج النتائج نتيجة موعد تفاصيل شاهد فيديو صور صورة بالفيديو بالصور عاجل خبر اخبار تقرير تسجيل
    مباراة المباراة فريق الفريق لاعب لاعبين مدرب منتخب المنتخب نادي النادي الدوري دوري كاس بطولة البطولة فوز يفوز فاز
    خسارة تعادل هدف اهداف نهائي فيلم مسلسل نجم نجمة فنان الفنان الفنانة حفل اغنية خلال بسبب بعد قبل ضد حول نحو وسط
    امام تحت فوق عند منذ حتى لكن غير كل بعض هناك هنا كيف لماذا متى ماذا سبب طريقة عودة يعود حل حلول مشكلة طلب يطلب
    يطالب دعا يدعو دعوة تحذير يحذر حذر خطر مرة يجب يمكن تم يتم وصل يصل وصول غادر يغادر تقديم يقدم قدم استمرار عدد عملية
    عمليات عمل العمل موقف رسالة كلمة شمال جنوب شرق غرب`,
  es: `
    año años hoy ayer mañana día días semana mes hora horas nuevo nueva nuevos nuevas gran grande mejor peor mayor menor
    primer primera primero segundo segunda tercer tercera último última dos tres cuatro cinco seis siete ocho nueve diez
    mil millón millones gobierno presidente ministro ministra país países estado ciudad mundo mundial nacional
    internacional policía hombre mujer niño niños niña joven jóvenes persona personas gente familia vida muerte muere
    mueren muertos muerto heridos herido accidente ataque guerra crisis caso casos juicio tribunal ley acuerdo plan
    proyecto empresa empresas mercado precio precios sube baja caída récord economía banco dinero dice dijo anuncia
    anunció confirma pide exige llega vuelve gana pierde juega partido equipo club jugador final copa liga gol triunfo
    victoria derrota medalla oro plata bronce hace hacer puede tiene será está cómo qué quién cuándo dónde cuánto tras
    contra desde hasta durante según ante fotos foto video vídeo vivo directo horario resultado resultados ver salud
    hospital escuela universidad estudio trabajo parte tiempo historia`,
  fr: `
    an ans année années jour jours semaine mois heure heures hier demain nouveau nouvelle nouveaux nouvelles grand grande
    meilleur premier première deuxième second seconde troisième dernier dernière deux trois quatre cinq six sept huit neuf
    dix cent mille million millions milliard gouvernement président ministre pays état ville monde mondial national
    international police homme femme enfant enfants jeune jeunes personne personnes gens famille vie mort morts meurt
    blessés blessé accident attaque guerre crise affaire procès justice tribunal loi accord projet entreprise marché prix
    hausse baisse record économie banque argent dit annonce annoncé confirme demande arrive retour gagne perd match équipe
    club joueur finale coupe ligue but victoire défaite médaille or argent bronze faire fait peut doit va être avoir
    comment pourquoi quand où qui quoi après avant contre depuis pendant selon face entre sans sous vers photo photos vidéo
    direct résultat résultats santé hôpital école université étude travail temps histoire`,
  de: `
    jahr jahre jahren tag tage tagen woche wochen monat stunde stunden heute gestern morgen neu neue neuer neues neuen
    groß große großer großen beste besten erste erster ersten erstes zweite zweiter zweiten dritte dritten letzte letzten
    zwei drei vier fünf sechs sieben acht neun zehn hundert tausend million millionen milliarden regierung präsident
    minister land länder staat stadt welt national international polizei mann männer frau frauen kind kinder junge jungen
    mensch menschen leute familie leben tod tot tote toten stirbt verletzt verletzte unfall angriff krieg krise fall
    prozess gericht gesetz plan projekt unternehmen firma markt preis preise steigt sinkt rekord wirtschaft bank geld sagt
    sagte meldet kündigt will wollen soll sollen kann können muss müssen darf kommt geht gibt macht bleibt gewinnt
    verliert spiel spiele team mannschaft verein spieler finale pokal liga tor sieg niederlage medaille gold silber bronze
    wie warum wann wo wer was vor gegen seit während laut ohne unter über foto fotos video live ticker ergebnis ergebnisse
    gesundheit krankenhaus schule universität studie arbeit zeit geschichte`,
}

const terms = new Set(
  Object.entries(ordinaryWords).flatMap(([lang, list]) => words(list).map((word) => fnv1a(storyStem(word, lang)))),
)

/** Whether a word, by the hash of its stem, is one that news of all kinds are made of. */
export function isOrdinary(term: number): boolean {
  return terms.has(term)
}
