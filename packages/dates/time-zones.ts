// Hours from UTC of the names in use (RFC 822, and what newsrooms add). An unknown name is taken for UTC.
const hoursByName: Readonly<Record<string, number>> = {
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  at: -4,
  adt: -3,
  akst: -9,
  akdt: -8,
  hst: -10,
  brt: -3,
  art: -3,
  bst: 1,
  west: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  mez: 1,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  trt: 3,
  gst: 4,
  pkt: 5,
  ist: 5.5,
  ict: 7,
  hkt: 8,
  sgt: 8,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
}
const offsetHoursMax = 15
/** Formats are expensive, and there are some four hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>()
const formatsMax = 600

/**
 * Minutes east of UTC that the text after a time of day says, 0 when it says nothing known.
 *
 * @param text in lower case
 * @param local the time there, as if it were UTC: zones of places have their summer time
 */
export function zoneOffsetMinutes(text: string, local: Date): number {
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?(?!\d)/.exec(text) ?? []
  if (sign !== undefined) {
    const offset = Number(hours) * 60 + Number(minutes)
    return offset > offsetHoursMax * 60 ? 0 : offset * (sign === '-' ? -1 : 1)
  }
  const [place] = /[a-z]{3,20}\/[a-z_]{3,30}(?:\/[a-z_]{3,30})?/.exec(text) ?? []
  if (place !== undefined) return offsetOfPlace(place, local)
  const name = text.match(/[a-z]{2,4}/g)?.find((word) => Object.hasOwn(hoursByName, word))
  return name === undefined ? 0 : (minutesOfZone(name) ?? 0)
}

/** Minutes east of UTC of a zone named by letters, in lower case; null for an unknown one. */
export function minutesOfZone(name: string): number | null {
  if (/^(?:gmt|utc?|z)$/.test(name)) return 0
  return Object.hasOwn(hoursByName, name) ? (hoursByName[name] ?? 0) * 60 : null
}

/** Of a place in the IANA time zone database; 0 for one that is not there. */
function offsetOfPlace(place: string, local: Date): number {
  const format = formatOf(place)
  if (format === null) return 0
  const offset = offsetAt(format, local)
  // Around a change of the clock the first guess may be of the other side.
  return offsetAt(format, new Date(local.getTime() - offset * 60_000))
}

function offsetAt(format: Intl.DateTimeFormat, at: Date): number {
  const parts = format.formatToParts(at)
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const there = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'))
  return Math.round((there - at.getTime()) / 60_000)
}

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const numeric = 'numeric'
  const fields = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    hourCycle: 'h23',
  } as const
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, ...fields })
    if (formats.size < formatsMax) formats.set(timeZone, format)
    return format
  } catch {
    // The only failure is an unknown zone, and that is an answer here.
    return null
  }
}
