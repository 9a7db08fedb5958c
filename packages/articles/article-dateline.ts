import { isNewsAgency } from './news-agencies.ts'

/** Where a report was filed, and the agency or the like that is named with the place. */
export type Dateline = { place: string; by: string | null }

/** A dateline opens the first paragraph. */
const datelineCharsMax = 110
const placeWordsMax = 5

/** «LONDON (Reuters) —», «القاهرة، 3 مايو (أ ش أ) -» */
const bracketed = /^([^()[\]:«»"]{2,60}?)\s*[([]([^()[\]]{1,40})[)\]]\s*(?:[-–—:.،,]|$|\p{L})/u
/** With a dash after it, a name in brackets after a place is who reports, known as an agency or not. */
const dashed = /^[^()[\]:،,«»"\d–—-]{2,30}[([][^()[\]]{1,30}[)\]]\s*[-–—]\s/u
/** «القاهرة - رويترز:», «بيروت – «الوادي»:», «رويترز - القاهرة -» */
const joined = /^([^()[\]:«»"\d–—-]{2,40}?)\s*[-–—/]\s*([«"“]?)([^():«»"“”\d–—-]{2,30})[»"”]?\s*(?:[:：]|\s[-–—])/u
/** «القاهرة، رويترز -» */
const listed = /^([^()[\]:«»"\d–—،,-]{2,40}?)\s*[،,]\s*([^():«»"“”\d–—،,-]{2,30}?)\s*[-–—:]/u
/** «LONDON —», as American papers print it. */
const capital = /^(\p{Lu}[\p{Lu}\s.'’-]{2,30}?)(?:,\s[\p{L}. ]{2,20})?\s+(?:--|[-–—])\s/u
/** The place ends where the date begins. */
const place = /^[^\d،,/–—-]+/u

/** The dateline with which a text begins, null where it begins with its first sentence. */
export function articleDateline(text: string): Dateline | null {
  const start = text.slice(0, datelineCharsMax)
  return fromBrackets(start) ?? fromJoined(start) ?? fromListed(start) ?? fromCapitals(start)
}

function fromBrackets(start: string): Dateline | null {
  const [, before = '', by = ''] = bracketed.exec(start) ?? []
  const name = by.split(/[/،,]/, 1)[0] ?? ''
  const isSigned = isNewsAgency(name) || isNewsAgency(by) || (dashed.test(start) && !/\d/.test(by))
  return isSigned ? dateline(before, by) : null
}

function fromJoined(start: string): Dateline | null {
  const [, first = '', quote = '', second = ''] = joined.exec(start) ?? []
  if (isNewsAgency(second) || quote !== '') return dateline(first, second)
  return isNewsAgency(first) ? dateline(second, first) : null
}

function fromListed(start: string): Dateline | null {
  const [, first = '', second = ''] = listed.exec(start) ?? []
  return isNewsAgency(second) ? dateline(first, second) : null
}

function fromCapitals(start: string): Dateline | null {
  return dateline(capital.exec(start)?.[1] ?? '', null)
}

function dateline(before: string, by: string | null): Dateline | null {
  const name = place.exec(before.trim())?.[0].trim() ?? ''
  const isPlace = /\p{L}{2}/u.test(name) && name.split(/\s+/).length <= placeWordsMax && !isNewsAgency(name)
  return isPlace ? { place: name, by: by === null ? null : by.trim() } : null
}
