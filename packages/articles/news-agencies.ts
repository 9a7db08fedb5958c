import { normaliseText } from '@rafid/text'

/** News agencies as they sign, without dots. */
const names = new Set(
  `ا ف ب|فرانس برس|وكالة الصحافة الفرنسية|رويترز|د ب ا|الالمانية|ا ب|اسوشيتد برس|اسوشييتد برس|يو بي اي|واس|وام|كونا|بترا|سانا|وفا|قنا|بنا|ا ش ا|واع|وات|واج|و م ع|سبا|سونا|وال|العمانية|شينخوا|
  الاناضول|سبوتنيك|تاس|نوفوستي|بلومبرغ|بلومبيرغ|بي بي سي|سي ان ان|الشرق الاوسط|الوكالة الوطنية للاعلام|وكالات|الوكالات|وكالات الانباء|
  وكالة الانباء السعودية|وكالة انباء الامارات|وكالة انباء الشرق الاوسط|وكالة الانباء الالمانية|
  afp|agence france presse|reuters|ap|associated press|dpa|upi|xinhua|tass|efe|ansa|apa|sda|ats|belga|anp|ritzau|tt|ntb|stt|pap|ctk|mti|lusa|anadolu|anadolu agency|aa|dha|iha|bloomberg|pa|press association|
  pa media|kyodo|jiji|yonhap|pti|ani|ians|uni|bernama|antara|interfax|ria novosti|tanjug|irna|isna|ايرنا|ايسنا|فارس|تسنیم|مهر|spa|wam|kuna|petra|sana|wafa|qna|bna|mena|тасс|рейтер|риа новости|интерфакс`
    .split('|')
    .map(normaliseText),
)

/** Whether a name is that of a news agency, however it is dotted and spelled. */
export function isNewsAgency(name: string): boolean {
  return names.has(normaliseText(name.replaceAll('.', ' ')))
}
