import type { Publisher } from './publishers.ts'

/** What a publisher changes when it takes over an agency report. */
export type CopyEdits = { lead?: string; dropped?: number }

/**
 * The paragraphs of a wire copy: the report with another lead or at least without the dateline, perhaps one paragraph
 * shorter, and a last line that names the agency.
 */
export function copiedParagraphs(report: readonly string[], agency: Publisher, edits: CopyEdits): string[] {
  const [first = '', ...rest] = report
  const paragraphs = [edits.lead ?? first.replace(dateline, ''), ...rest]
  const kept = paragraphs.filter((_, index) => index === 0 || index !== edits.dropped)
  return [...kept, sourceLine(agency)]
}

/** The first paragraph of an agency report, opened with where it was filed from. */
export function withDateline(paragraph: string, place: string, agency: Publisher): string {
  const where = agency.lang === 'en' ? place.toUpperCase() : place
  return `${where} (${agency.shortName}) - ${paragraph}`
}

const dateline = /^[^()]{2,40} \([^()]{2,20}\) - /

function sourceLine(agency: Publisher): string {
  return agency.lang === 'ar' ? `المصدر: ${agency.name}` : `Source: ${agency.name}`
}
