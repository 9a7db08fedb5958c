import { zoneOffsetMinutes } from '@rafid/dates'

/** A day of the Gregorian calendar; the month from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number }

/** When a day begins in a time zone. Days beyond the end of a month are those of the next one. */
export function startOfDay({ year, month, day }: Day, timeZone: string): Date {
  const local = Date.UTC(year, month - 1, day)
  return new Date(local - offsetMs(local, timeZone))
}

/** The day that it is in a time zone. */
export function dayIn(at: Date, timeZone: string): Day {
  const local = new Date(at.getTime() + offsetMs(at.getTime(), timeZone))
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

function offsetMs(at: number, timeZone: string): number {
  return timeZone === 'UTC' ? 0 : zoneOffsetMinutes(timeZone.toLowerCase(), new Date(at)) * 60_000
}
