/** What a parser must know of an element by its name. */
export type Tag = {
  readonly name: string
  /** It has no content, and no closing tag. */
  readonly isVoid: boolean
  /** Blanks before, after and inside it, next to its tags, are never shown. */
  readonly isBlock: boolean
  /** Elements that end where it begins. */
  readonly ends: readonly string[] | null
  /** What is inside of it up to the closing tag of this name is text. */
  readonly rawUntil: string | null
  /** Inside a drawing or formula a tag may close itself; inside some of their elements it may not again. */
  readonly foreign: boolean | null
}

const form = words('input option optgroup select button datalist textarea')
const paragraphEnds =
  'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul'

/** Lenient, as parsers of feeds and pages in the wild are: the HTML Standard's rules (13.1.2.4) without its tables. */
const endsByName = new Map<string, readonly string[]>([
  ['tr', ['tr', 'th', 'td']],
  ['th', ['th']],
  ['td', ['thead', 'th', 'td']],
  ['body', ['head', 'link', 'script']],
  ['li', ['li']],
  ['option', ['option']],
  ['optgroup', ['optgroup', 'option']],
  ...each('select input output button datalist textarea', form),
  ...each('dd dt', ['dd', 'dt']),
  ...each('rt rp', ['rt', 'rp']),
  ...each('tbody tfoot', ['thead', 'tbody']),
  ...each(paragraphEnds, ['p']),
])
const voids = new Set(
  words('area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'),
)
const blocks = new Set(
  words(
    'html head body main article section div p ul ol li dl dt dd table thead tbody tfoot tr td th nav header footer aside form figure figcaption blockquote h1 h2 h3 h4 h5 h6 hr br meta link script style',
  ),
)
/** Three names that nobody writes are in it because the parser whose trees these equal compares only their ends. */
const rawByName = new Map([
  ...words('script style title textarea xmp').map((name) => [name, name] as const),
  ['xitle', 'title'],
  ['xextarea', 'textarea'],
  ['tmp', 'xmp'],
])
const foreignByName = new Map([
  ...words('math svg').map((name) => [name, true] as const),
  ...words('mi mo mn ms mtext annotation-xml foreignobject desc title').map((name) => [name, false] as const),
])
const others = words(
  'a abbr amp-img b bdi bdo big canvas caption center circle cite clippath code colgroup data defs del dfn dialog ellipse em font g i iframe ins kbd label legend line lineargradient map mark menu meter nobr noscript object path picture polygon polyline progress q rect ruby s samp slot small span stop strike strong sub summary sup symbol template text time tt u use var video audio',
)

const known = new Map<string, Tag>(
  [...endsByName.keys(), ...voids, ...blocks, ...rawByName.keys(), ...foreignByName.keys(), ...others].map((name) => [
    name,
    tagOf(name),
  ]),
)

/** A power of two, several times the number of names. */
const slots = 1024
const hashFactor = 31
const table: (Tag | undefined)[] = Array.from({ length: slots }, () => undefined)
for (const tag of known.values()) {
  const at = freeSlot(hashOf(tag.name))
  table[at] = tag
}

/** The hash of a name from that of its beginning and the code of its next sign, a small letter. */
export function hashNext(hash: number, code: number): number {
  return (Math.imul(hash, hashFactor) + code) | 0
}

/**
 * The tag whose name stands in a page, found without a copy of the name.
 *
 * @param hash of the name, its letters of ASCII made small
 */
export function tagAt(html: string, from: number, to: number, hash: number): Tag {
  for (let slot = hash & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const tag = table[slot]
    if (tag === undefined) return tagNamed(html.slice(from, to).toWellFormed().toLowerCase())
    if (tag.name.length === to - from && isWritten(tag.name, html, from)) return tag
  }
}

/** @param name in small letters */
export function tagNamed(name: string): Tag {
  return known.get(name) ?? tagOf(name)
}

function tagOf(name: string): Tag {
  return {
    name,
    isVoid: voids.has(name),
    isBlock: blocks.has(name),
    ends: endsByName.get(name) ?? null,
    rawUntil: rawByName.get(name) ?? null,
    foreign: foreignByName.get(name) ?? null,
  }
}

function isWritten(name: string, html: string, from: number): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = html.charCodeAt(from + at)
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== name.charCodeAt(at)) return false
  }
  return true
}

function hashOf(name: string): number {
  return Array.from(name, (letter) => letter.charCodeAt(0)).reduce(hashNext, 0)
}

function freeSlot(hash: number): number {
  let slot = hash & (slots - 1)
  while (table[slot] !== undefined) slot = (slot + 1) & (slots - 1)
  return slot
}

function words(list: string): string[] {
  return list.split(' ')
}

function each(names: string, ends: readonly string[]): [string, readonly string[]][] {
  return words(names).map((name) => [name, ends])
}
