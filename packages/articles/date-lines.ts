import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'
import { cueOf } from './cue-of.ts'
import type { PagePlace } from './page-place.ts'
import { readDate, type DateContext, type DateReading } from '@rafid/dates'

/** A visible date line is short. */
const dateMassMax = 90
/** Letters a line may have beside its date and still be about the date: a weekday, a place, "Uhr". */
const otherLettersMax = 24
const digit = /[\d٠-٩۰-۹]/
const labels =
  /(?:^|[^\p{L}])(?:publish(?:ed)?|posted|written|created|verfasst|erstellt|veroffentlicht|publie|publicado|pubblicato|opublikowano|опубликовано|نشر|نشرت|تاريخ النشر|تاريخ الاضافه|yayinlanma|انتشار|dodano|date|datum|fecha|stand)(?![\p{L}])/u
const updateLabels =
  /(?:^|[^\p{L}])(?:updated?|modified|edited|aktualisiert|mis a jour|maj|actualizado|aggiornato|atualizado|guncelle\p{L}*|bijgewerkt|обновлено|zaktualizowano|تحديث|التحديث|محدثه|به روز)(?![\p{L}])/u

export type DateLines = { published: DateReading | null; updated: DateReading | null; plain: DateReading | null }

/**
 * The dates that a page prints near its article: in a line labelled as the date of publication or of an update, the label
 * also standing alone in the line before, and without a label.
 */
export function dateLines(place: PagePlace, context: DateContext): DateLines {
  const found: DateLines = { published: null, updated: null, plain: null }
  let loose: DateReading | null = null
  const lines = [...place.before, ...place.into, ...place.after]
  for (const [at, line] of lines.entries()) {
    if (line.mass > dateMassMax || (context.fetchedAt === undefined && !digit.test(line.text))) continue
    const reading = readDate(line.text, context)
    if (reading === null) continue
    const role = roleOf(line) ?? labelBefore(place, lines, at)
    if (role === 'published') found.published ??= reading
    else if (role === 'updated') found.updated ??= reading
    // «The minister said yesterday» is a sentence, and "Today" a link to the front page.
    else if (reading.isSpan === true && !(isAboutDate(line.text) && /\d|[٠-٩۰-۹]/.test(line.text))) continue
    else if (isAboutDate(line.text) && at < lines.length - place.after.length) found.plain ??= reading
    else loose ??= reading
  }
  return { ...found, plain: found.plain ?? loose }
}

type DateRole = 'published' | 'updated'

function roleOf(line: Block): DateRole | null {
  const cue = cueOf(line)?.role
  if (cue === 'published' || cue === 'updated') return cue
  const text = normaliseText(line.text)
  if (updateLabels.test(text)) return labels.test(text) ? 'published' : 'updated'
  return labels.test(text) ? 'published' : null
}

/** In tables the label stands in a cell of its own. */
function labelBefore(place: PagePlace, lines: Block[], at: number): DateRole | null {
  // Lines before the text run backwards.
  const previous = at < place.before.length ? lines[at + 1] : lines[at - 1]
  if (previous === undefined || previous.mass > 30) return null
  if (at === place.before.length - 1 || (at === place.before.length && at > 0)) return null
  const role = cueOf(previous)?.role
  return role === 'published' || role === 'updated' ? role : null
}

function isAboutDate(text: string): boolean {
  return (normaliseText(text).match(/\p{L}/gu)?.length ?? 0) <= otherLettersMax
}
