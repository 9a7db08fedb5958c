import type { Said, Ui } from './interface-language.ts'

/** What decides when a feed is polled next. */
const rules: Readonly<Record<string, Said>> = {
  new: { ar: 'خلاصة جديدة', en: 'a new feed' },
  rhythm: { ar: 'إيقاع الخلاصة نفسها', en: 'the feed’s own rhythm' },
  overflow: { ar: 'كان كل ما فيها جديدًا', en: 'everything in it was new' },
  floor: { ar: 'الحد الأدنى', en: 'the shortest interval allowed' },
  ceiling: { ar: 'الحد الأقصى', en: 'the longest interval allowed' },
  ttl: { ar: 'ttl في الخلاصة', en: 'ttl in the feed' },
  fresh: { ar: 'Cache-Control أو Expires', en: 'Cache-Control or Expires' },
  'update-period': { ar: 'دورة التحديث في الخلاصة', en: 'the update period in the feed' },
  skip: { ar: 'ساعات أو أيام تستثنيها الخلاصة', en: 'hours or days that the feed skips' },
  'retry-after': { ar: 'طلب الموقع أن نتمهل', en: 'the site asked us to slow down' },
  errors: { ar: 'إخفاقات متتالية', en: 'failures in a row' },
  outage: { ar: 'انقطاع شبكتنا', en: 'our own network was down' },
  push: { ar: 'يخبرنا موزّع بالجديد', en: 'a hub tells of news' },
  operator: { ar: 'فترة حددها المشغّل', en: 'an interval that the operator has set' },
}

/** A rule of polling in words, its name when we have none. */
export function ruleInWords(ui: Ui, name: string): string {
  return Object.hasOwn(rules, name) ? (rules[name]?.[ui] ?? name) : name
}
