import { integerBetween, type Random, sample } from '../random.ts'
import type { Language } from '../publishers.ts'

/** What is true of one generated event; every report of the event is told from the same facts. */
export type Facts = Readonly<
  Record<'place' | 'other' | 'person' | 'expert' | 'n' | 'm' | 'k' | 'percent' | 'day', string>
>

type Names = {
  places: readonly string[]
  men: readonly string[]
  women: readonly string[]
  surnames: readonly string[]
  days: readonly string[]
}

const arabicNames: Names = {
  places: [
    'رأس النخل',
    'تل الريحان',
    'سهل العنبر',
    'وادي الزيتون',
    'جبل الغيم',
    'عين الصفصاف',
    'واحة السدرة',
    'المرسى',
    'خربة الحور',
    'بئر الياسمين',
    'كفر الرمّان',
    'دير السنابل',
    'ساحل المرجان',
    'نبع الحجل',
  ],
  men: ['سامر', 'هيثم', 'مأمون', 'بشّار', 'نادر', 'عصام', 'زياد', 'فؤاد', 'لبيب', 'مروان', 'أسامة', 'رؤوف'],
  women: ['هالة', 'سوسن', 'رغد', 'منى', 'لينة', 'عفاف', 'نوال', 'إسراء', 'آلاء', 'ميساء', 'وفاء', 'هناء'],
  surnames: [
    'الزعفراني',
    'القنديل',
    'الحصيرة',
    'المشربية',
    'البستاني',
    'الناعورة',
    'الطاحون',
    'الصندوق',
    'المنوال',
    'السوسن',
    'الغربال',
    'الدلّة',
    'الريشة',
    'العرزال',
  ],
  days: ['الأحد', 'الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'السبت'],
}

const englishNames: Names = {
  places: [
    'Tidewick',
    'Saltby',
    'Northmere',
    'Harrow Quay',
    'Millbeck',
    'Little Hensham',
    'Gallowgate',
    'Wrenfield',
    'Ostlemoor',
    'Cold Ashby Fen',
    'Skerry Haven',
    'Thornwater',
    'Pellbridge',
    'Dunmarket',
  ],
  men: [
    'Alban',
    'Barnaby',
    'Cuthbert',
    'Dorian',
    'Ewan',
    'Felix',
    'Giles',
    'Hamish',
    'Ivor',
    'Jasper',
    'Lorcan',
    'Magnus',
  ],
  women: [
    'Agatha',
    'Bridie',
    'Cordelia',
    'Davina',
    'Enid',
    'Flora',
    'Greta',
    'Hilary',
    'Isolde',
    'Jocasta',
    'Linnet',
    'Morwenna',
  ],
  surnames: [
    'Applegarth',
    'Bramwick',
    'Cartledge-Poe',
    'Dunnock',
    'Eskwith',
    'Fothersby',
    'Gorsedale',
    'Hathermoor',
    'Inkpen-Low',
    'Kettlewick',
    'Larchmont-Hay',
    'Mossop-Reed',
    'Nettlefold-Ray',
    'Otterburnham',
  ],
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** Draws the facts of one event. */
export function drawFacts(lang: Language, random: Random): Facts {
  const names = lang === 'ar' ? arabicNames : englishNames
  const place = sample(names.places, random)
  return {
    place,
    other: sample(
      names.places.filter((name) => name !== place),
      random,
    ),
    person: `${sample(names.men, random)} ${sample(names.surnames, random)}`,
    expert: `${sample(names.women, random)} ${sample(names.surnames, random)}`,
    n: grouped(integerBetween(1100, 98_000, random)),
    m: grouped(integerBetween(120, 9900, random)),
    k: String(integerBetween(11, 89, random)),
    percent: String(integerBetween(3, 48, random)),
    day: sample(names.days, random),
  }
}

function grouped(value: number): string {
  return value.toLocaleString('en-US')
}
