const entities: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  ...letters('grave', 'aeiou', 'àèìòù'),
  ...letters('acute', 'aeiouy', 'áéíóúý'),
  ...letters('uml', 'aeiou', 'äëïöü'),
  ...letters('circ', 'aeiou', 'âêîôû'),
  ...letters('tilde', 'ano', 'ãñõ'),
  ...letters('cedil', 'c', 'ç'),
  szlig: 'ß',
}

/** Decodes what was escaped twice: character references, and the names that publishers use. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,7}));/gi,
    (whole, decimal: string, hex: string, name: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
      return entities[name ?? ''] ?? entities[name?.toLowerCase() ?? ''] ?? whole
    },
  )
}

function letters(mark: string, plain: string, marked: string): Record<string, string> {
  const pairs = Array.from(plain, (letter, at) => [letter + mark, marked[at] ?? letter] as const)
  return Object.fromEntries(
    pairs.flatMap(([name, letter]) => [
      [name, letter],
      [name.charAt(0).toUpperCase() + name.slice(1), letter.toUpperCase()],
    ]),
  )
}
