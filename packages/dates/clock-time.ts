/** A time of day and the zone it is told in: minutes east of UTC, null when none is named. */
export type ClockTime = { seconds: number; offsetMinutes: number | null }

const clock =
  /(?<![\d:])(\d{1,2})(?:[:.h٫時时시]\s?|\s:\s?)(\d{2})(?!\d)[分분]?(?::(\d{2}))?(?:[.,]\d{1,9})?\s*(am|pm|a\.\s?m\.|p\.\s?m\.|صباحا|مساء|ص|م|ظهرا|ق ظ|ب ظ)?(?![\p{L}])/u
const hourAlone = /(?<![\d:.,/-])(\d{1,2})\s?(am|pm|a\.m\.|p\.m\.|uhr|h)(?![\p{L}\d])/u
const offset = /(?:\d|\s)(?:(?:utc|gmt)\s*)?([+\u2212-])\s?(\d{1,2}):?(\d{2})?(?![\d:/.-])/u
const universal = /(?:\d|\s|\()(?:z|utc|gmt|توقيت غرينتش|بتوقيت غرينتش|غرينتش|جرينتش)(?![\p{L}])/u
/** Zones that newspapers print by letters; those that mean several places are read as the one of most papers. */
const named: Record<string, number> = {
  est: -300, edt: -240, et: -300, cst: -360, cdt: -300, ct: -360, mst: -420, mdt: -360, pst: -480, pdt: -420, pt: -480,
  bst: 60, cet: 60, cest: 120, mez: 60, mesz: 120, eet: 120, eest: 180, msk: 180, ist: 330, jst: 540, kst: 540, sgt: 480,
  hkt: 480, aest: 600, aedt: 660, sast: 120, wib: 420, pkt: 300,
} // prettier-ignore
const letters = /(?:\d|\s|\()([a-z]{2,4})(?![\p{L}])/gu
/** Zones lie between these, and no two clocks on earth differ by more than 26 hours. */
const eastMinutesMax = 14 * 60

/** Reads the time of day from what stands beside a date, normalised; null when there is none. */
export function clockTime(text: string): ClockTime | null {
  const time = timeIn(text)
  return time === null ? null : { seconds: time.seconds, offsetMinutes: offsetIn(text.slice(time.end - 1)) }
}

/** Minutes east of UTC that a text names, as «+03:00», "Z", "GMT" or "EST"; null when it names none. */
export function offsetIn(text: string): number | null {
  const match = offset.exec(text)
  if (match !== null) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
    if (minutes <= eastMinutesMax) return match[1] === '+' ? minutes : -minutes
  }
  if (universal.test(text)) return 0
  for (const [, zone = ''] of text.matchAll(letters)) if (Object.hasOwn(named, zone)) return named[zone] ?? null
  return null
}

function timeIn(text: string): { seconds: number; end: number } | null {
  const match = clock.exec(text)
  if (match === null) return wholeHour(text)
  const hours = hourOf(Number(match[1]), match[4] ?? '')
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 24 || minutes > 59 || seconds > 60) return null
  return { seconds: (hours * 60 + minutes) * 60 + seconds, end: match.index + match[0].length }
}

function wholeHour(text: string): { seconds: number; end: number } | null {
  const match = hourAlone.exec(text)
  const hours = match === null ? 25 : hourOf(Number(match[1]), match[2] ?? '')
  return match === null || hours > 23 ? null : { seconds: hours * 3600, end: match.index + match[0].length }
}

function hourOf(hour: number, half: string): number {
  const isAfternoon = /^(?:pm|p\.\s?m\.|مساء|م|ظهرا|ب ظ)$/.test(half) && hour < 12
  const isMidnight = /^(?:am|a\.\s?m\.|صباحا|ص|ق ظ)$/.test(half) && hour === 12
  return hour + (isAfternoon ? 12 : 0) - (isMidnight ? 12 : 0)
}
