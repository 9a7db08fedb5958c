import { isElement, type DomElement, type DomParent } from './dom.ts'

const structure = new Set(
  'ul ol li blockquote table thead tbody tfoot tr td th dl dt dd h2 h3 h4 p h1 h5 h6'.split(' '),
)
const renamed: Record<string, string> = { h1: 'h2', h5: 'h4', h6: 'h4', dl: 'ul', dt: 'li', dd: 'li' }
/** These hold other elements, never text. */
const needsParts = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tfoot', 'tr'])
/** These hold text, never blocks. */
const textOnly = new Set(['p', 'h2', 'h3', 'h4'])
const owner: Record<string, RegExp> = {
  li: /^[uo]l$/,
  thead: /^table$/,
  tbody: /^table$/,
  tfoot: /^table$/,
  tr: /^(?:table|thead|tbody|tfoot)$/,
  td: /^tr$/,
  th: /^tr$/,
}
/** Real tables and lists nest less; hostile ones would repeat their tags for every line. */
const levelsMax = 24
/** Old pages put everything into a table of one row; only tables of several rows hold data. */
const dataRowsMin = 2

/** The name that an element of structure is written under. */
export function writtenName(element: DomElement): string {
  return renamed[element.name] ?? element.name
}

/** The tables that hold data, among those around what will be written. */
export function dataTables(written: DomElement[]): Set<DomElement> {
  const rows = new Map<DomElement, Set<DomElement>>()
  const seen = new Set<DomElement>()
  for (const element of written) {
    const open: DomElement[] = []
    for (let node: DomParent | null = element; isElement(node) && !seen.has(node); node = node.parent) {
      seen.add(node)
      if (node.name === 'tr') open.push(node)
    }
    for (const row of open) countRow(rows, row)
  }
  return new Set([...rows].filter(([, ofTable]) => ofTable.size >= dataRowsMin).map(([table]) => table))
}

function countRow(rows: Map<DomElement, Set<DomElement>>, row: DomElement) {
  const table = tableOf(row)
  if (table !== null) rows.set(table, (rows.get(table) ?? new Set()).add(row))
}

/**
 * The structure an element stands in, from outside in, as far as it is one: no item without its list, no cell without
 * its row, no table that only places things.
 */
export function structurePath(element: DomElement, tables: Set<DomElement>): DomElement[] {
  const around: DomElement[] = []
  for (let node: DomParent | null = element; isElement(node); node = node.parent) {
    if (structure.has(node.name)) around.push(node)
  }
  const path: DomElement[] = []
  for (let one = around.pop(); one !== undefined && path.length < levelsMax; one = around.pop())
    if (fits(one, path.at(-1), tables)) path.push(one)
  return withoutEnd(path, needsParts)
}

/** The same for a picture, which stands beside text and not in it. */
export function picturePath(element: DomElement, tables: Set<DomElement>): DomElement[] {
  return withoutEnd(withoutEnd(structurePath(element, tables), textOnly), needsParts)
}

function withoutEnd(path: DomElement[], names: Set<string>): DomElement[] {
  const end = path.findLastIndex((element) => !names.has(writtenName(element)))
  return end === path.length - 1 ? path : path.slice(0, end + 1)
}

function fits(element: DomElement, outer: DomElement | undefined, tables: Set<DomElement>): boolean {
  const name = writtenName(element)
  const outerName = outer === undefined ? '' : writtenName(outer)
  if (name.startsWith('t')) {
    const table = tableOf(element)
    if (table === null || !tables.has(table)) return false
  }
  const owners = owner[name]
  if (owners !== undefined) return owners.test(outerName)
  return !needsParts.has(outerName) && !textOnly.has(outerName)
}

function tableOf(part: DomElement): DomElement | null {
  let node: DomParent | null = part
  while (isElement(node) && node.name !== 'table') node = node.parent
  return isElement(node) ? node : null
}
