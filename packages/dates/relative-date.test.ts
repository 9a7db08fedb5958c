import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { relativeDate } from './relative-date.ts'

const hour = { seconds: 3600 }
const twoHours = { seconds: 7200 }

describe('how long ago a line says', () => {
  it.each([
    ['قبل ساعتين', twoHours],
    ['منذ ساعة', hour],
    ['منذ ٣ أيام', { days: 3 }],
    ['نشر منذ 11 ساعة', { seconds: 39_600 }],
    ['أمس', { days: 1 }],
    ['أمس الأول', { days: 2 }],
    ['2 hours ago', twoHours],
    ['Updated 3 hrs ago', { seconds: 10_800 }],
    ['an hour ago', hour],
    ['yesterday at 5', { days: 1 }],
    ['il y a 2 heures', twoHours],
    ['il y a environ 2 heures', twoHours],
    ['hier', { days: 1 }],
    ['avant-hier', { days: 2 }],
    ['vor 3 Stunden', { seconds: 10_800 }],
    ['vorgestern', { days: 2 }],
    ['hace 2 días', { days: 2 }],
    ['há 2 horas', twoHours],
    ['2 saat önce', twoHours],
    ['dün', { days: 1 }],
    ['دیروز', { days: 1 }],
    ['۲ ساعت پیش', twoHours],
    ['2 گھنٹے پہلے', twoHours],
    ['вчера', { days: 1 }],
    ['5 минут назад', { seconds: 300 }],
    ['2時間前', twoHours],
    ['公開:2小时前', twoHours],
    ['2시간 전', twoHours],
    ['2 घंटे पहले', twoHours],
    ['לפני שעתיים', twoHours],
  ])('%s', (line, ago) => {
    expect(relativeDate(line)).toEqual(ago)
  })
})

it('finds nothing in dates, times and names', () => {
  for (const line of ['17 September 2023', '12:30', 'Monday Carr', 'صباح الخير', '9000 days ago', ''])
    expect(relativeDate(line), line).toBeNull()
})

it('never throws on any text', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(relativeDate(text)).toSatisfy((ago: unknown) => ago === null || typeof ago === 'object')
    }),
  )
})
