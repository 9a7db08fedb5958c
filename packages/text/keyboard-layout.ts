/** Keys of a layout, plain and with shift, in one order for all layouts. */
type Layout = { readonly plain: readonly string[]; readonly shifted: readonly string[] }

const keysOf = (plain: string, shifted: string): Layout => ({ plain: plain.split(' '), shifted: shifted.split(' ') })

const english = keysOf(
  "` q w e r t y u i o p [ ] a s d f g h j k l ; ' z x c v b n m , . /",
  '~ Q W E R T Y U I O P { } A S D F G H J K L : " Z X C V B N M < > ?',
)
/** Arabic 101; a mark alone stands on the sign that carries it in print. */
const arabic = keysOf(
  'ذ ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ',
  'ّ َ ً ُ ٌ لإ إ ‘ ÷ × ؛ < > ِ ٍ ] [ لأ أ ـ ، / : " ~ ْ } { لآ آ ’ , . ؟',
)
/** Russian ЙЦУКЕН. */
const russian = keysOf(
  'ё й ц у к е н г ш щ з х ъ ф ы в а п р о л д ж э я ч с м и т ь б ю .',
  'Ё Й Ц У К Е Н Г Ш Щ З Х Ъ Ф Ы В А П Р О Л Д Ж Э Я Ч С М И Т Ь Б Ю ,',
)

/** A longer text was not typed by mistake, in UTF-16 units. */
const charsMax = 200
/** Other marks are on keys of letters, and are only typed for letters where they stand among them. */
const letter = /\p{L}/u
/** Two letters that also have a key of their own, beside that of each. */
const lamAlif = 'لا'

const toArabic = tableFrom(english, arabic)
const toRussian = tableFrom(english, russian)
const fromArabic = tableFrom(arabic, english)
const fromRussian = tableFrom(russian, english)

/**
 * What was meant if the keyboard was switched to another layout: `hguvhr` for «العراق», «اثممخ» for `hello`, `ntrcn` for
 * «текст». Arabic 101 and Russian ЙЦУКЕН, to and from US QWERTY.
 *
 * @returns the readings, the likeliest first; none for a text that mixes scripts, or has letters that no key gives
 */
export function otherLayouts(text: string): string[] {
  if (text.length > charsMax) return []
  if (/^[\p{Script=Latin}\P{L}]*$/u.test(text)) return readings(text, [toArabic, toRussian])
  if (/^[\p{Script=Cyrillic}\P{L}]*$/u.test(text)) return readings(text, [fromRussian])
  if (!/^[\p{Script=Arabic}\P{L}]*$/u.test(text)) return []
  const apart = new Map([...fromArabic].filter(([keys]) => keys !== lamAlif))
  return readings(text, text.includes(lamAlif) ? [fromArabic, apart] : [fromArabic])
}

function readings(text: string, tables: readonly ReadonlyMap<string, string>[]): string[] {
  const all = tables.map((table) => typedOn(text, table)).filter((reading) => reading !== null)
  return [...new Set(all)].filter((reading) => reading !== text)
}

function typedOn(text: string, table: ReadonlyMap<string, string>): string | null {
  let other = ''
  for (let at = 0; at < text.length;) {
    const two = text.slice(at, at + 2)
    const keys = two.length === 2 && table.has(two) ? two : text.charAt(at)
    const meant = table.get(keys)
    if (meant === undefined && letter.test(text.slice(at, at + 2))) return null
    other += meant ?? keys
    at += keys.length
  }
  return other
}

function tableFrom(typed: Layout, meant: Layout): Map<string, string> {
  const table = new Map<string, string>()
  for (const shift of ['plain', 'shifted'] as const) {
    for (const [key, sign] of typed[shift].entries()) if (!table.has(sign)) table.set(sign, meant[shift][key] ?? sign)
  }
  return table
}
