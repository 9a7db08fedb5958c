// What publishers write and the Encoding Standard does not know.
const aliases: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  utf8mb3: 'utf-8',
  'utf-8-sig': 'utf-8',
  utf_8: 'utf-8',
  cp932: 'shift_jis',
  'iso2022-jp': 'iso-2022-jp',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  cp950: 'big5',
  'latin-1': 'windows-1252',
  'win-1256': 'windows-1256',
  windows1256: 'windows-1256',
  'ansi-1256': 'windows-1256',
}
const labelCharsMax = 40

/**
 * The name of the encoding that a label means, as `TextDecoder` calls it, or null for a label that nobody knows.
 *
 * @param label as found in a header or document, perhaps in quotes
 */
export function charsetOf(label: string): string | null {
  const name = label.replaceAll(/["']/g, '').trim().toLowerCase()
  if (name === '' || name.length > labelCharsMax) return null
  const alias = Object.hasOwn(aliases, name) ? aliases[name] : undefined
  return decodable(alias ?? name) ?? decodable(name.replaceAll('_', '-'))
}

function decodable(name: string): string | null {
  try {
    const { encoding } = new TextDecoder(name)
    // What holds every GBK text, and those that outgrew it.
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    // The only failure is an unknown label, and that is an answer here.
    return null
  }
}
