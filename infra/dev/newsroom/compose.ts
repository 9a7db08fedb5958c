import type { Article } from './article.ts'
import type { Draft } from './articles/draft.ts'
import { copiedParagraphs } from './copy.ts'
import { houseStyle } from './house-style.ts'
import { publisherOf } from './publishers.ts'

const firstNumber = 10_401

/**
 * The base articles in the order in which they appeared, wire copies and updates made from the reports they belong to.
 *
 * @throws RangeError if a draft belongs to a report that is not among the drafts or not older than itself
 */
export function composeBase(drafts: readonly Draft[], now: Date): Article[] {
  const oldestFirst = drafts.toSorted((a, b) => b.ageMinutes - a.ageMinutes)
  const composed = new Map<string, Article>()
  for (const draft of oldestFirst) {
    const publishedAt = new Date(now.getTime() - draft.ageMinutes * 60_000)
    const body = bodyOf(draft, (id) => reportOf(composed, id))
    composed.set(draft.id, inHouseStyle(draft, body, { number: firstNumber + composed.size, publishedAt }))
  }
  return [...composed.values()]
}

type Body = Pick<Article, 'topic' | 'byline' | 'tags' | 'paragraphs' | 'original' | 'updates'>

function bodyOf(draft: Draft, find: (id: string) => Article): Body {
  if (draft.kind === 'report') {
    const { topic, byline, tags } = draft
    return { topic, byline, tags, paragraphs: paragraphsOf(draft.text) }
  }
  const report = find(draft.of)
  const { topic, tags, byline } = report
  if (draft.kind === 'update') {
    const paragraphs = [...paragraphsOf(draft.text), ...report.paragraphs.slice(1)]
    return { topic, tags, byline, paragraphs, updates: report }
  }
  const paragraphs = copiedParagraphs(report.paragraphs, report.publisher, draft)
  return { topic, tags: tags.slice(0, 2), byline: report.publisher.name, paragraphs, original: report }
}

function inHouseStyle(draft: Draft, body: Body, issue: { number: number; publishedAt: Date }): Article {
  const publisher = publisherOf(draft.publisher)
  return {
    ...body,
    ...issue,
    publisher,
    modifiedAt: issue.publishedAt,
    title: houseStyle(draft.title, publisher.numbers),
    paragraphs: body.paragraphs.map((paragraph) => houseStyle(paragraph, publisher.numbers)),
  }
}

function reportOf(composed: ReadonlyMap<string, Article>, id: string): Article {
  const report = composed.get(id)
  if (report === undefined) throw new RangeError(`${id} is not an older report`)
  return report
}

function paragraphsOf(text: string): string[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
}
