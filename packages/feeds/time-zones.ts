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

/** Minutes east of UTC that the text after a time of day says, 0 when it says nothing known. */
export function zoneOffsetMinutes(text: string): number {
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?(?!\d)/.exec(text) ?? []
  if (sign !== undefined) {
    const offset = Number(hours) * 60 + Number(minutes)
    return offset > offsetHoursMax * 60 ? 0 : offset * (sign === '-' ? -1 : 1)
  }
  const name = text.match(/[a-z]{2,4}/g)?.find((word) => Object.hasOwn(hoursByName, word))
  return name === undefined ? 0 : (hoursByName[name] ?? 0) * 60
}
