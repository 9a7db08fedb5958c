import type { Said, Ui } from './interface-language.ts'

const stages: Readonly<Record<string, Said>> = {
  'poll-feed': { ar: 'سحب الخلاصة', en: 'Poll feed' },
  'parse-feed': { ar: 'قراءة الخلاصة', en: 'Parse feed' },
  'fetch-page': { ar: 'سحب الصفحة', en: 'Fetch page' },
  'parse-page': { ar: 'استخراج المقال', en: 'Parse page' },
  'deduplicate-article': { ar: 'كشف التكرار', en: 'Deduplicate article' },
  'index-article': { ar: 'الفهرسة', en: 'Index article' },
  'move-cluster': { ar: 'ضم مجموعات النسخ', en: 'Move cluster' },
  'tell-story': { ar: 'جمع الروايات في قصة', en: 'Tell story' },
  'set-story': { ar: 'تسجيل القصة', en: 'Set story' },
  'move-story': { ar: 'ضم القصص', en: 'Move story' },
  'deliver-alert': { ar: 'إيصال التنبيه', en: 'Deliver alert' },
  'subscribe-feed': { ar: 'الاشتراك لدى الموزع', en: 'Subscribe feed' },
}

const pollOutcomes: Readonly<Record<string, Said>> = {
  fetched: { ar: 'سُحبت', en: 'fetched' },
  'new-entries': { ar: 'فيها جديد', en: 'new entries' },
  'nothing-new': { ar: 'لا جديد', en: 'nothing new' },
  'not-modified': { ar: 'لم تتغير', en: 'not modified' },
  pushed: { ar: 'أوصلها موزّع', en: 'delivered by a hub' },
  throttled: { ar: 'طُلب منا التمهل', en: 'asked to slow down' },
  failed: { ar: 'أخفقت', en: 'failed' },
  gone: { ar: 'أنهاها ناشرها', en: 'ended by its publisher' },
  removed: { ar: 'أزيلت', en: 'removed' },
}

/** A stage in words, its name when we have none. */
export function stageInWords(ui: Ui, name: string): string {
  return wordsOf(stages, ui, name)
}

/** The outcome of a poll in words, its name when we have none. */
export function outcomeInWords(ui: Ui, name: string): string {
  return wordsOf(pollOutcomes, ui, name)
}

function wordsOf(table: Readonly<Record<string, Said>>, ui: Ui, name: string): string {
  return Object.hasOwn(table, name) ? (table[name]?.[ui] ?? name) : name
}
