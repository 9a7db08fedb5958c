import { attribute, type DomElement, type DomNode } from './dom.ts'

/** What elements of a page tell of its kind, whatever its text says. */
export type SeenElements = { types: Set<string>; notFree: boolean; passwords: number; players: number }

const jsonLdCharsMax = 1_000_000
const typesMax = 500
const jsonLdType = /"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:https?:\/\/schema\.org\/)?([A-Za-z]{1,40})"/g
const jsonLdNotFree = /"isAccessibleForFree"\s{0,9}:\s{0,9}"?false/i
const playerAddress = /(?:^|[\W_])(?:player|embed|video)(?:$|[\W_])/i

export function nothingSeen(): SeenElements {
  return { types: new Set(), notFree: false, passwords: 0, players: 0 }
}

/** Adds one element to what was seen. */
export function seeElement(element: DomElement, seen: SeenElements) {
  const { name } = element
  if (name === 'script' && /ld\+json/i.test(attribute(element, 'type'))) readJsonLd(textIn(element.children[0]), seen)
  else if (name === 'input' && attribute(element, 'type').toLowerCase() === 'password') seen.passwords++
  else if (name === 'video' || (name === 'iframe' && isPlayer(element))) seen.players++
  if (element.attr('itemtype') === undefined) return
  const type = /^https?:\/\/(?:www\.)?schema\.org\/([A-Za-z]{1,40})$/.exec(attribute(element, 'itemtype'))?.[1]
  if (type !== undefined && seen.types.size < typesMax) seen.types.add(type)
}

function isPlayer(iframe: DomElement): boolean {
  if (iframe.attr('allowfullscreen') !== undefined) return true
  return playerAddress.test((attribute(iframe, 'src') || attribute(iframe, 'data-src')).slice(0, 500))
}

/** Types are read as they are written: a page whose data is broken elsewhere still says what it is. */
function readJsonLd(text: string, seen: SeenElements) {
  const json = text.slice(0, jsonLdCharsMax)
  for (const match of json.matchAll(jsonLdType)) {
    if (seen.types.size >= typesMax) break
    seen.types.add(match[1] ?? '')
  }
  seen.notFree ||= jsonLdNotFree.test(json)
}

function textIn(node: DomNode | undefined): string {
  return node !== undefined && 'data' in node && typeof node.data === 'string' ? node.data : ''
}
