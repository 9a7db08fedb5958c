import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { normaliseText } from './normalise-text.ts'

describe('one form for every spelling of a word', () => {
  const same: [string, string, string][] = [
    ['vowel signs and shadda', 'مُحَمَّدٌ', 'محمد'],
    ['superscript alef and Quranic marks', 'الرحمٰن ۖ', 'الرحمن'],
    ['tatweel', 'عـــاجل', 'عاجل'],
    ['alef with hamza and madda', 'أحمد إلى آخر ٱلشمس', 'احمد الي اخر الشمس'],
    ['hamza on waw and yeh', 'مسؤول رئيس', 'مسوول رييس'],
    ['alef maksura and teh marbuta', 'مصطفى في القاهرة', 'مصطفي في القاهره'],
    ['Persian keheh and yeh', 'کوریا الشمالیة', 'كوريا الشمالية'],
    ['Urdu and Kurdish heh', 'ھہە', 'ههه'],
    ['Arabic-Indic and Extended digits', '٢٠٢٤ ۱۳۹۹', '2024 1399'],
    ['presentation forms', 'ﻋﺎﺟﻞ', 'عاجل'],
    ['joiners, marks of direction and BOM', '\ufeffمی\u200cخواهم\u202a \u200fنص\u2069', 'ميخواهم نص'],
    ['Latin accents', 'Crème Brûlée', 'creme brulee'],
    ['decomposed accents', 'Cre\u0300me', 'crème'],
    ['Turkish i', 'İzmir ISPARTA ısparta', 'izmir isparta isparta'],
    ['letters that do not decompose', 'Straße Łódź Øresund', 'strasse lodz oresund'],
    ['Greek accents and final sigma', 'Αθήνας ΑΘΗΝΑΣ', 'αθηνασ αθηνασ'],
    ['Vietnamese tones', 'Việt Nam', 'viet nam'],
    ['full width', 'ＡＢＣ１２３', 'abc123'],
    ['blanks of all kinds', '  a\u00a0\t\n b ', 'a b'],
  ]
  it.each(same)('%s', (_name, left, right) => {
    expect(normaliseText(left)).toBe(normaliseText(right))
  })
})

it('keeps apart what are different words', () => {
  expect(normaliseText('ماء')).not.toBe(normaliseText('ما'))
  expect(normaliseText('мой')).not.toBe(normaliseText('мои'))
  expect(normaliseText('が')).not.toBe(normaliseText('か'))
  expect(normaliseText('की')).not.toBe(normaliseText('क'))
})

it('is idempotent and never throws on any string', () => {
  const letters = constantFrom(
    ...Array.from('اأإآءؤئىيیةهەکكـپ٣۴ﻋﷺﹰ\u064b\u0653\u0654\u0670\u200c\u202eİıßée\u0301\u0323ςΣÅｱﾞがй½Ⅷ \n\0'),
  )
  assert(
    property(oneof(string({ unit: 'binary' }), string({ unit: letters })), (text) => {
      const once = normaliseText(text)
      expect(normaliseText(once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})

it('survives a letter under a hundred thousand marks, and lone surrogates', () => {
  expect(normaliseText(`a${'\u0301\u0323'.repeat(50_000)}`)).toBe('a')
  expect(normaliseText('a\ud800b')).toBe('a\ufffdb')
})

it('gives a letter the same form whether or not the text holds marks elsewhere', () => {
  const differing = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (letter) => normaliseText(`a${letter}ب`) !== normaliseText(`a${letter}ب\u200b`),
  )
  expect(differing).toEqual([])
})
