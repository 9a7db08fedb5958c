/**
 * Encodes text as windows-1256 for markup: what the code page lacks becomes a numeric character reference.
 *
 * The table is read out of the runtime's own decoder, so that both directions agree by construction
 * (WHATWG Encoding, single-byte decoder).
 */
export function encodeWindows1256(text: string): Buffer {
  const bytes: number[] = []
  for (const character of text) {
    const byte = byteOf.get(character)
    if (byte !== undefined) bytes.push(byte)
    else bytes.push(...Buffer.from(`&#${scalarValue(character)};`, 'latin1'))
  }
  return Buffer.from(bytes)
}

const byteOf = reversedTable()

function reversedTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('windows-1256')
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte)
  return table
}

const replacementCharacter = 0xfffd

function scalarValue(character: string): number {
  return character.isWellFormed() ? (character.codePointAt(0) ?? replacementCharacter) : replacementCharacter
}
