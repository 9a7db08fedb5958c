import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decodeBytes } from './decode-bytes.ts'

const arabic = 'السلام عليكم ورحمة الله وبركاته'
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Encodes by asking the decoder what each byte means. */
function single(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset)
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(Array.from(text, (char) => byteOf.get(char) ?? 0x3f))
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('decodeBytes', () => {
  it('believes a byte order mark above everything', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(arabic)])
    expect(decodeBytes(bytes, { contentType: 'text/html; charset=windows-1256', kind: 'html' })).toEqual({
      text: arabic,
      charset: 'utf-8',
    })
  })

  it('overrules a header that lies about valid UTF-8', () => {
    expect(decodeBytes(utf8(arabic), { contentType: 'text/html; charset=windows-1256', kind: 'html' }).text).toBe(
      arabic,
    )
  })

  it('overrules a declaration that lies about windows-1256 bytes', () => {
    const page = `<?xml version="1.0" encoding="utf-8"?><rss>${arabic}</rss>`
    expect(decodeBytes(single(page, 'windows-1256'), { contentType: 'text/xml; charset=utf-8', kind: 'xml' })).toEqual({
      text: page,
      charset: 'windows-1256',
    })
  })

  it('believes the header before the document', () => {
    const page = `<?xml version="1.0" encoding="windows-1251"?><rss>Привет</rss>`
    expect(decodeBytes(single(page, 'koi8-r'), { contentType: 'text/xml; charset="KOI8-R"', kind: 'xml' }).text).toBe(
      page,
    )
  })

  it('finds the XML declaration', () => {
    const page = `<?xml version='1.0' encoding='iso-8859-6'?><rss>${arabic}</rss>`
    expect(decodeBytes(single(page, 'iso-8859-6'), { kind: 'xml' })).toEqual({ text: page, charset: 'iso-8859-6' })
  })

  it('finds a meta beyond the first 1,024 bytes, and not one in a comment', () => {
    const page = `<!-- <meta charset=koi8-r> --><script>${' '.repeat(2_000)}</script><meta http-equiv=content-type content="text/html; charset=windows-1251">Привет`
    expect(decodeBytes(single(page, 'windows-1251'), { kind: 'html' }).text).toBe(page)
  })

  it('does not take latin1 for an answer when the bytes are Arabic', () => {
    expect(
      decodeBytes(single(arabic, 'windows-1256'), { contentType: 'text/html; charset=iso-8859-1', kind: 'html' }).text,
    ).toBe(arabic)
  })

  it('reads undeclared French as windows-1252, with its quotation marks', () => {
    const text = 'L’été « déjà » fini'
    expect(decodeBytes(single(text, 'windows-1252'), { kind: 'text' })).toEqual({ text, charset: 'windows-1252' })
  })

  it.each([
    ['windows-1251', 'Сегодня в Москве открылась выставка картин'],
    ['koi8-r', 'Сегодня в Москве открылась выставка картин'],
    ['windows-1253', 'Η κυβέρνηση ανακοίνωσε νέα μέτρα'],
    ['windows-1255', 'הממשלה הודיעה על צעדים חדשים'],
    ['windows-874', 'รัฐบาลประกาศมาตรการใหม่'],
    ['windows-1254', 'Hükümet yeni önlemleri açıkladı, şehirde yağış bekleniyor'],
    ['windows-1250', 'Rząd ogłosił nowe środki, zapowiedział też więcej pieniędzy'],
    ['windows-1250', 'Vláda oznámila nová opatření, která začnou platit příští rok'],
    ['windows-1252', 'Le gouvernement a annoncé de nouvelles mesures à l’été'],
    ['windows-1252', 'Die Regierung kündigte neue Maßnahmen für die Städte an'],
    ['windows-1256', arabic],
  ])('reads undeclared %s for what it is', (charset, text) => {
    expect(decodeBytes(single(text, charset), { kind: 'text' })).toEqual({ text, charset })
  })

  it.each([
    ['shift_jis', '83 6a 83 85 81 5b 83 58 82 cc 93 fa 96 7b', 'ニュースの日本'],
    ['euc-jp', 'a5 cb a5 e5 a1 bc a5 b9 a4 ce c6 fc cb dc', 'ニュースの日本'],
    ['gb18030', 'd6 d0 b9 fa d0 c2 ce c5 b1 a8 b5 c0', '中国新闻报道'],
    ['big5', 'a4 a4 a4 a4 b0 ea b7 73 bb 44', '中中國新聞'],
    ['iso-2022-jp', '1b 24 42 46 7c 4b 5c 1b 28 42', '日本'],
    ['euc-kr', 'b4 ba bd ba b4 c2 c7 d1 b1 b9 c0 cc b4 d9', '뉴스는한국이다'],
  ])('reads undeclared %s for what it is', (charset, hexadecimal, text) => {
    const bytes = Uint8Array.from(hexadecimal.split(' '), (byte) => Number.parseInt(byte, 16))
    expect(decodeBytes(bytes, { kind: 'text' })).toEqual({ text, charset })
  })

  it('overrules a declaration under which some bytes mean nothing', () => {
    const page = `<?xml version="1.0" encoding="iso-8859-6"?><rss>${arabic} «${arabic}»</rss>`
    expect(decodeBytes(single(page, 'windows-1256'), { kind: 'xml' }).charset).toBe('windows-1256')
  })

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('knows UTF-32 (little endian: %s, with a mark: %s)', (littleEndian, hasMark) => {
    const page = `<?xml version="1.0"?><rss version="2.0"><channel><title>${arabic} 😀</title>`
    const codes = Array.from(hasMark ? `\ufeff${page}` : page, (char) => char.codePointAt(0) ?? 0)
    const view = new DataView(new ArrayBuffer(codes.length * 4))
    for (const [index, code] of codes.entries()) view.setUint32(index * 4, code, littleEndian)
    expect(decodeBytes(new Uint8Array(view.buffer), { kind: 'xml' }).text).toBe(page)
  })

  it.each([true, false])('knows UTF-16 without a mark (little endian: %s)', (littleEndian) => {
    const page = `<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel><title>${arabic}</title>`
    expect(decodeBytes(utf16(page, littleEndian), { kind: 'xml' }).text).toBe(page)
  })

  it('replaces stray bytes in UTF-8 and reads on', () => {
    const text = `${arabic} `.repeat(5)
    expect(decodeBytes(Uint8Array.from([...utf8(text), 0xff, ...utf8(text)]), { kind: 'text' })).toEqual({
      text: `${text}\ufffd${text}`,
      charset: 'utf-8',
    })
  })

  it('does not take a last accented letter for a cut character', () => {
    expect(decodeBytes(single('café', 'windows-1252'), { kind: 'text' }).text).toBe('café')
  })

  it('accepts a body cut inside a character', () => {
    expect(decodeBytes(utf8(arabic).subarray(0, -1), { kind: 'text' }).charset).toBe('utf-8')
  })

  it.each(['utf8mb4', '"UTF-8"', 'utf-7', 'x'.repeat(500), 'replacement', '__proto__', ''])(
    'survives the label %j',
    (label) => {
      expect(decodeBytes(utf8('plain'), { contentType: `text/html; charset=${label}`, kind: 'html' }).text).toBe(
        'plain',
      )
    },
  )

  it('never throws on any bytes and any header', () => {
    const kind = fc.constantFrom<'html' | 'xml' | 'text'>('html', 'xml', 'text')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string()), kind, (bytes, contentType, of) => {
        expect(typeof decodeBytes(bytes, { contentType, kind: of }).text).toBe('string')
      }),
    )
  })

  it('reads what it decoded, written as UTF-8, as the same text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { text } = decodeBytes(bytes, { kind: 'xml' })
        const again = decodeBytes(utf8(`\ufeff${text}`), { kind: 'xml' })
        expect(again.text).toBe(text)
      }),
    )
  })
})
