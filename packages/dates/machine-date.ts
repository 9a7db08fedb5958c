import { minutesOfZone } from './time-zones.ts'

const isoDay = /^(\d{4})-(\d\d)-(\d\d)$/
const iso =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(?:([Zz])|([+-])(\d\d):?(\d\d)|$)$/
const mail =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (?:([A-Z]{1,4})|([+-])(\d\d):?(\d\d))$/
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const yearMin = 1970
const yearMax = 2100
const offsetHoursMax = 15

/**
 * Reads the forms that standards have, to the letter: RFC 3339, its day alone, and RFC 822 with a year of four digits. Nearly all
 * dates of feeds are such.
 *
 * @returns null for anything else
 */
export function machineDate(text: string): Date | null {
  const onDay = text.length === 10 ? isoDay.exec(text) : null
  if (onDay !== null) return utc(onDay.slice(1).map(Number), 0)
  const written = iso.exec(text)
  if (written !== null) {
    const [, year, month, day, hour, minute, second, fraction = '', , sign, ...zone] = written
    const at = utc([year, month, day, hour, minute, second].map(Number), offsetMs(sign, zone))
    return at === null || fraction === '' ? at : new Date(at.getTime() + Number(fraction.slice(0, 3).padEnd(3, '0')))
  }
  const [, day, month = '', year, hour, minute, second, zone, sign, ...offset] = mail.exec(text) ?? []
  const index = months.indexOf(month)
  const named = zone === undefined ? offsetMs(sign, offset) : minutesOfZone(zone.toLowerCase())
  if (index < 0 || named === null) return null
  const fields = [Number(year), index + 1, ...[day, hour, minute, second].map(Number)]
  return utc(fields, zone === undefined ? named : named * 60_000)
}

function utc([year = 0, month = 0, day = 0, hour = 0, minutes = 0, second]: number[], offset: number): Date | null {
  const minute = Number.isNaN(minutes) ? 0 : minutes
  if (year < yearMin || year > yearMax || hour > 23 || minute > 59 || Math.abs(offset) > offsetHoursMax * 3_600_000) {
    return null
  }
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  const seconds = Number.isNaN(second) ? 0 : Math.min(second ?? 0, 60)
  return new Date(at.getTime() + (hour * 3600 + minute * 60 + seconds) * 1000 - offset)
}

function offsetMs(sign: string | undefined, [hours = '0', minutes = '0']: (string | undefined)[]): number {
  if (sign === undefined) return 0
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
}
