import { normaliseText } from '@rafid/text'

/** Names of the twelve months, a line a month; one name a blank, «_» stands for a blank inside a name. */
const names = `
يناير كانون_الثاني جانفي ژانویه january jan janvier enero januar jänner janeiro gennaio januari ocak stycznia styczeń января январь січня leden ledna január ianuarie tammikuuta ιανουαρίου जनवरी janv gen sty ene
فبراير شباط فيفري فوریه february feb février febrero februar fevereiro febbraio februari şubat lutego luty февраля февраль лютого únor února február februarie helmikuuta φεβρουαρίου फ़रवरी févr fev
مارس آذار mars march mar marzo märz março maart maret mart marca marzec марта март березня březen března marec március martie maaliskuuta μαρτίου मार्च
أبريل إبريل نيسان أفريل آوریل april apr avril abril aprile nisan kwietnia kwiecień апреля апрель квітня duben dubna apríl április aprilie huhtikuuta απριλίου अप्रैल avr abr
مايو ماي أيار مه may mai mayo maio maggio mei mayıs maja maj мая май травня květen května máj május toukokuuta μαΐου मई mag
يونيو حزيران جوان ژوئن june jun juin junio juni junho giugno haziran czerwca czerwiec июня июнь червня červen června jún június iunie kesäkuuta ιουνίου जून giu
يوليو تموز جويلية يوليوز ژوئیه july jul juillet julio juli julho luglio temmuz lipca lipiec июля июль липня červenec července júl július iulie heinäkuuta ιουλίου जुलाई juil lug
أغسطس آب أوت غشت اوت august aug août agosto agustus ağustos sierpnia sierpień августа август серпня srpen srpna augusztus elokuuta αυγούστου अगस्त augustus ago
سبتمبر أيلول شتنبر سپتامبر september sep sept septembre septiembre setembro settembre eylül września wrzesień сентября сентябрь вересня září szeptember septembrie syyskuuta σεπτεμβρίου सितंबर set
أكتوبر تشرين_الأول اکتبر october oct octobre octubre oktober okt outubro ottobre ekim października październik октября октябрь жовтня říjen října október octombrie lokakuuta οκτωβρίου अक्टूबर ott out
نوفمبر تشرين_الثاني نونبر نوامبر november nov novembre noviembre novembro kasım listopada listopad ноября ноябрь листопада listopadu noiembrie marraskuuta νοεμβρίου नवंबर
ديسمبر كانون_الأول دجنبر دسامبر december dec décembre diciembre dezember dez dezembro dicembre desember aralık grudnia grudzień декабря декабрь грудня prosinec prosince decembrie joulukuuta δεκεμβρίου दिसंबर déc dic`

/** Month numbers 1 to 12 by normalised name. */
export const monthByName: ReadonlyMap<string, number> = new Map(
  names
    .trim()
    .split('\n')
    .flatMap((line, at) =>
      line.split(' ').map((name): [string, number] => [normaliseText(name.replace('_', ' ')), at + 1]),
    ),
)
