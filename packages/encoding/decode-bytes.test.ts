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

  it('does not take undeclared Cyrillic for Arabic', () => {
    expect(decodeBytes(single('Сегодня в Москве открылась выставка', 'windows-1251'), { kind: 'text' }).charset).toBe(
      'windows-1252',
    )
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
})
