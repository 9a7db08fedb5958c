import { collapse } from './dom.ts'
import { massOf } from './mass.ts'

export type Link = { href: string; text: string }
/** A part of a line: one text of the page, with what it stands in. */
export type Piece = { text: string; href: string | null; bold: boolean }

export function textOfPieces(pieces: Piece[]): string {
  let text = ''
  for (const piece of pieces) text += piece.text
  return collapse(text)
}

export function isLinkedPiece(piece: Piece): boolean {
  return piece.href !== null
}

export function isBoldPiece(piece: Piece): boolean {
  return piece.bold
}

export function massWhere(pieces: Piece[], holds: (piece: Piece) => boolean): number {
  let text = ''
  for (const piece of pieces) if (holds(piece)) text += text === '' ? piece.text : ` ${piece.text}`
  return massOf(collapse(text))
}

/** @param line the text of all pieces: that of the link where there is one piece alone */
export function linksOf(pieces: Piece[], line: string): Link[] {
  const [first] = pieces
  if (pieces.length === 1 && first !== undefined && first.href !== null) return [{ href: first.href, text: line }]
  const links: Link[] = []
  let top: Link | null = null
  for (const { text, href } of pieces) {
    if (href === null) top = null
    else if (top !== null && top.href === href) top.text += text
    else links.push((top = { href, text }))
  }
  for (const link of links) link.text = collapse(link.text)
  return links.every(isShown) ? links : links.filter(isShown)
}

function isShown(link: Link): boolean {
  return link.text !== ''
}
