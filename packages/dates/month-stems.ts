// By month: how its names begin in English and its neighbours, then the Arabic names of Egypt and the Gulf, of the
// Maghreb, and of the Levant. Hijri months are not here, so that a Hijri date alone is no date.
const namesByMonth: readonly string[] = [
  'jan janv janu ene enero gen gennaio jän ocak янв ιαν يناير جانفي كانون_الثاني كانون_ثاني',
  'feb febr fév févr fev şubat фев φεβ فبراير فيفري شباط',
  'mar mars märz maart mär mrz marzo março mart мар μαρ μάρ مارس اذار',
  'apr avr avril abr abril aprile nisan апр απρ ابريل افريل نيسان',
  'may mai maggio mayo mei maio mag mayıs май мая μαι μάι μαϊ μάϊ مايو ماي ايار',
  'jun juin juni junio giu giugno junho haziran июн ιουν ιούν يونيو يونيه جوان حزيران',
  'jul juil juillet juli julio lug luglio julho temmuz июл ιουλ ιούλ يوليو يوليه يوليوز جويليه تموز',
  'aug août aout ago agosto ağustos авг αυγ αύγ اغسطس اوت غشت اب',
  'sep sept set septiembre setembro settembre eylül сен σεπ سبتمبر شتنبر ايلول',
  'oct okt ott ottobre out outubro ekim окт οκτ اكتوبر تشرين_الاول تشرين_اول',
  'nov noviembre novembro kasım ноя νοε νοέ نوفمبر نونبر تشرين_الثاني تشرين_ثاني',
  'dec dez déc dic dicembre dezembro aralık дек δεκ ديسمبر دجنبر كانون_الاول كانون_اول',
]

const months = new Map<string, number>()
for (const [index, names] of namesByMonth.entries()) {
  for (const name of names.split(' ')) months.set(name.replace('_', ' '), index + 1)
}

/**
 * 1 to 12, or null for what names no month.
 *
 * @param words one word, or the two of a Levantine name, in lower case and with alef and ta marbuta unified
 */
export function monthOf(words: string): number | null {
  const [first = ''] = words.split(' ')
  return months.get(words) ?? months.get(first) ?? byStart(first)
}

/** European names are longer forms of their abbreviations; Arabic ones are not. */
function byStart(word: string): number | null {
  if (/\p{Script=Arabic}/u.test(word)) return null
  for (const length of [4, 3]) {
    const month = word.length > length ? months.get(word.slice(0, length)) : undefined
    if (month !== undefined) return month
  }
  return null
}
