import type { TracedItem } from '@rafid/catalog'
import type { FunnelRest, FunnelStepName, ItemEvent, ItemState } from '@rafid/operations'
import { html } from 'hono/html'
import { code } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { Said, Ui } from './interface-language.ts'
import { outcomeInWords, stageInWords } from './pipeline-words.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'

const outcomes: Readonly<Record<string, Said>> = {
  fetched: { ar: 'سُحبت', en: 'fetched' },
  withheld: { ar: 'حجبها robots.txt', en: 'withheld by robots.txt' },
  extracted: { ar: 'استُخرج المقال', en: 'extracted' },
  original: { ar: 'أصل', en: 'an original' },
  duplicate: { ar: 'نسخة', en: 'a copy' },
  update: { ar: 'صيغة أحدث', en: 'a newer version' },
  added: { ar: 'أضيف إلى الفهرس', en: 'added to the index' },
  found: { ar: 'وُجد في الفهرس بعد موت عامل', en: 'found in the index after a worker had died' },
  replaced: { ar: 'حل محل صيغة أقدم', en: 'replaced an older version' },
  stale: { ar: 'في الفهرس من قبل', en: 'in the index already' },
  begun: { ar: 'بدأ قصة', en: 'begins a story' },
  joined: { ar: 'انضم إلى قصة', en: 'joins a story' },
  merged: { ar: 'ضم قصتين', en: 'makes two stories one' },
  set: { ar: 'سُجلت', en: 'set' },
  moved: { ar: 'نُقلت', en: 'moved' },
  retry: { ar: 'أخفق ويُعاد', en: 'failed, to be tried again' },
  deferred: { ar: 'أُجّل', en: 'put off' },
  dead: { ar: 'تعثر', en: 'dead' },
  redriven: { ar: 'أُعيد إلى الطابور', en: 'queued again' },
  dropped: { ar: 'حُذف', en: 'dropped' },
}

const steps: Readonly<Record<FunnelStepName, Said>> = {
  seen: { ar: 'ظهرت في الخلاصات', en: 'Seen in feeds' },
  new: { ar: 'جديدة أو معدّلة', en: 'New or edited' },
  fetched: { ar: 'سُحبت صفحاتها', en: 'Page fetched' },
  parsed: { ar: 'استُخرج نصها', en: 'Article parsed' },
  original: { ar: 'أصول', en: 'Originals' },
  indexed: { ar: 'فُهرست', en: 'Indexed' },
}

const whys: Readonly<Record<FunnelRest['why'], Said>> = {
  known: { ar: 'معروفة من قبل', en: 'Known already' },
  held: { ar: 'تُعدَّل كثيرًا فتُمهَل', en: 'Edited too often, held back' },
  pageless: { ar: 'بلا صفحة', en: 'Without a page' },
  waiting: { ar: 'في الطريق', en: 'In flight' },
  joined: { ar: 'انضمت إلى مهمة تنتظر', en: 'Joined a job that waited already' },
  dead: { ar: 'متعثرة', en: 'Dead letters' },
  dropped: { ar: 'حذفها مشغّل', en: 'Dropped by an operator' },
  done: { ar: 'تمت', en: 'Done' },
}

const relations: Readonly<Record<string, Said>> = {
  duplicate: { ar: 'نسخ', en: 'Copies' },
  update: { ar: 'صيغ أحدث', en: 'Newer versions' },
}

/** A step of the funnel in words. */
export function stepInWords(ui: Ui, step: FunnelStepName): string {
  return steps[step][ui]
}

/** Where those are who did not come to the next step. */
export function restInWords({ ui }: View, { why, stage, relation, reason }: FunnelRest): Html {
  const kind = relation === null ? null : (own(relations, relation)?.[ui] ?? relation)
  const isPlain = why === 'done' && kind !== null && reason === 'added'
  const what = why === 'done' && reason !== null ? eventInWords(ui, reason) : whys[why][ui]
  const where = stage !== null && why !== 'done' ? `: ${stageInWords(ui, stage)}` : ''
  const said = isPlain ? kind : [kind, `${what}${where}`].filter((part) => part !== null).join(' – ')
  const isFailure = (why === 'dead' || why === 'dropped') && reason !== null
  return html`${said}${isFailure && html` – ${reasonInWords(ui, reason)} ${code(reason)}`}`
}

/** Where an item is. */
export function stateInWords({ ui }: View, state: ItemState | null): Html | string {
  if (state === null) return '–'
  const { phase, stage, reason, relation } = state
  const kind = relation === null ? null : eventInWords(ui, relation)
  if (phase === 'done') return [kind, eventInWords(ui, reason ?? '')].filter((part) => part !== null).join(' – ')
  const where = `${whys[phase][ui]}: ${stageInWords(ui, stage)}`
  return reason === null ? where : html`${where} – ${reasonInWords(ui, reason)} ${code(reason)}`
}

/** What came of one thing that happened to an item. */
export function outcomeOfEvent({ ui, format }: View, { outcome, code: reason, times }: ItemEvent): Html {
  const often = times > 1 ? ` × ${format.number(times)}` : ''
  return html`${eventInWords(ui, outcome)}${often}${reason !== null && html` – ${reasonInWords(ui, reason)} ${code(reason)}`}`
}

/** How long an item has taken until the last that is known of it, in milliseconds. */
export function tookMsOf({ startedAt, events }: Pick<TracedItem, 'startedAt' | 'events'>): number {
  return Math.max(0, ...events.map(({ atMs, tookMs }) => atMs + tookMs - startedAt.getTime()))
}

function eventInWords(ui: Ui, outcome: string): string {
  return own(outcomes, outcome)?.[ui] ?? outcomeInWords(ui, outcome)
}

function own(said: Readonly<Record<string, Said>>, key: string): Said | undefined {
  return Object.hasOwn(said, key) ? said[key] : undefined
}
