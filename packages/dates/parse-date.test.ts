import { assert, date, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseDate, readDate } from './parse-date.ts'

describe('dates as they are written', () => {
  const dates: [string, string][] = [
    ['2023-09-17T10:05:00+03:00', '2023-09-17T07:05:00.000Z'],
    ['2023-09-17T10:05:00.123Z', '2023-09-17T10:05:00.000Z'],
    ['2023-09-17', '2023-09-17T00:00:00.000Z'],
    ['20230917', '2023-09-17T00:00:00.000Z'],
    ['2023/9/7 08:30', '2023-09-07T08:30:00.000Z'],
    ['Sun, 17 Sep 2023 10:05:00 +0300', '2023-09-17T07:05:00.000Z'],
    ['September 17, 2023 9:30 pm', '2023-09-17T21:30:00.000Z'],
    ['17 September 2023', '2023-09-17T00:00:00.000Z'],
    ['17/09/2023', '2023-09-17T00:00:00.000Z'],
    ['09/17/2023', '2023-09-17T00:00:00.000Z'],
    ['17.09.2023, 14:05 Uhr', '2023-09-17T14:05:00.000Z'],
    ['الأحد 17 سبتمبر 2023', '2023-09-17T00:00:00.000Z'],
    ['نشر في: ١٧ أيلول ٢٠٢٣ - ٩:٣٠ مساءً', '2023-09-17T21:30:00.000Z'],
    ['24 نيسان / أبريل 2020 09:22 مساءً', '2020-04-24T21:22:00.000Z'],
    ['3 كانون الثاني 2021', '2021-01-03T00:00:00.000Z'],
    ['3 تشرين الأول/أكتوبر 2021', '2021-10-03T00:00:00.000Z'],
    ['12 جانفي 2019', '2019-01-12T00:00:00.000Z'],
    ['5 شتنبر 2018', '2018-09-05T00:00:00.000Z'],
    ['30 غشت 2018', '2018-08-30T00:00:00.000Z'],
    ['17. März 2023', '2023-03-17T00:00:00.000Z'],
    ['le 1er août 2022', '2022-08-01T00:00:00.000Z'],
    ['17 de septiembre de 2023', '2023-09-17T00:00:00.000Z'],
    ['17 сентября 2023', '2023-09-17T00:00:00.000Z'],
    ['17 Eylül 2023', '2023-09-17T00:00:00.000Z'],
    ['2023年9月17日', '2023-09-17T00:00:00.000Z'],
    ['1694930700', '2023-09-17T06:05:00.000Z'],
    ['20230917T100500+0300', '2023-09-17T07:05:00.000Z'],
    ['Sun Sep 17 10:05:00 2023', '2023-09-17T10:05:00.000Z'],
    ['17 Sep 23 10:05:00 +0300', '2023-09-17T07:05:00.000Z'],
    ['Published Sept. 17, 2023, 10:28 p.m. ET', '2023-09-18T03:28:00.000Z'],
    ['17.09.23', '2023-09-17T00:00:00.000Z'],
    ['٠٢:٠٠ الأحد ١٧ / ٩ / ٢٠٢٣', '2023-09-17T02:00:00.000Z'],
    ['الأحد 2 ربيع الأول 1445 هـ', '2023-09-17T00:00:00.000Z'],
    ['02/03/1445 هـ', '2023-09-17T00:00:00.000Z'],
    ['2 ربيع الأول 1445هـ - الموافق 17 سبتمبر 2023م', '2023-09-17T00:00:00.000Z'],
    ['۲۶ شهریور ۱۴۰۲', '2023-09-17T00:00:00.000Z'],
    ['۱۴۰۲/۰۶/۲۶ - ۱۲:۳۰', '2023-09-17T12:30:00.000Z'],
    ['17 ستمبر 2023', '2023-09-17T00:00:00.000Z'],
    ['17 вересня 2023', '2023-09-17T00:00:00.000Z'],
    ['17 września 2023', '2023-09-17T00:00:00.000Z'],
    ['17. září 2023', '2023-09-17T00:00:00.000Z'],
    ['17 Σεπτεμβρίου 2023', '2023-09-17T00:00:00.000Z'],
    ['17. syyskuuta 2023', '2023-09-17T00:00:00.000Z'],
    ['17 septembrie 2023', '2023-09-17T00:00:00.000Z'],
    ['2023. szeptember 17.', '2023-09-17T00:00:00.000Z'],
    ['17 בספטמבר 2023', '2023-09-17T00:00:00.000Z'],
    ['17 सितंबर 2023', '2023-09-17T00:00:00.000Z'],
    ['Ngày 17 tháng 9 năm 2023', '2023-09-17T00:00:00.000Z'],
    ['2023년 9월 17일', '2023-09-17T00:00:00.000Z'],
    ['17 กันยายน 2566', '2023-09-17T00:00:00.000Z'],
  ]
  it.each(dates)('%s', (text, expected) => {
    expect(parseDate(text)?.toISOString()).toBe(expected)
  })
})

describe('what is no date, or no possible one', () => {
  it.each([
    '',
    'yesterday',
    '31/02/2023',
    '17 September 1066',
    '2199-01-01',
    '2023-13-45',
    '5 ابتسامات 2020',
    '12:30',
    'version 3.12.10',
    '2 رمضان 2023',
  ])('%s', (text) => {
    expect(parseDate(text)).toBeNull()
  })
})

describe('the day as its publisher has it', () => {
  it.each([
    ['2024-05-01T01:30:00+03:00', '2024-05-01', true],
    ['2024-04-30T22:30:00Z', '2024-04-30', false],
    ['Nov 8, 2023 / 10:35 PM PST', '2023-11-08', true],
    ['2023-09-17', '2023-09-17', true],
  ])('%s', (text, day, isLocal) => {
    expect(readDate(text)).toMatchObject({ day, isLocal })
  })

  it('may be another where numbers could change places', () => {
    expect(readDate('03/04/2023')).toMatchObject({ day: '2023-04-03', otherDay: '2023-03-04' })
    expect(readDate('03/04/2023', { isMonthFirst: true })).toMatchObject({ day: '2023-03-04' })
    expect(readDate('17/04/2023', { isMonthFirst: true })).toMatchObject({ day: '2023-04-17', otherDay: null })
  })

  it('is reckoned from the fetch where the line says how long ago', () => {
    const fetchedAt = new Date('2026-05-20T10:00:00Z')
    expect(readDate('أمس الأول 14:30', { fetchedAt })?.at).toEqual(new Date('2026-05-18T14:30:00Z'))
    expect(readDate('vor 3 Stunden', { fetchedAt })?.at).toEqual(new Date('2026-05-20T07:00:00Z'))
    expect(readDate('2026-06-01', { fetchedAt })).toBeNull()
    expect(readDate('2 hours ago', { fetchedAt: new Date(Number.NaN) })).toBeNull()
  })
})

it('never throws, and gives only years from 1990 to 2100', () => {
  assert(
    property(string(), (text) => {
      const year = parseDate(`2020-01-${text}`)?.getUTCFullYear() ?? 2000
      expect(year).toBeGreaterThanOrEqual(1990)
      expect(year).toBeLessThanOrEqual(2100)
    }),
  )
})

it('never throws on any text, also with a fetch', () => {
  assert(
    property(string({ unit: 'binary' }), date({ noInvalidDate: false }), (text, fetchedAt) => {
      expect(readDate(`12 ${text}`, { fetchedAt })?.day ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
    }),
  )
})
