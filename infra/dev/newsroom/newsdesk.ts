import type { Article } from './article.ts'
import { drafts } from './articles/index.ts'
import { composeBase } from './compose.ts'
import { inventedArticles } from './invented.ts'
import type { PublisherId } from './publishers.ts'
import { seededRandom } from './random.ts'

/** All articles of all publishers, and the only one who changes them. */
export type Newsdesk = {
  /** Newest first. */
  articles(): readonly Article[]
  of(publisher: PublisherId): readonly Article[]
  find(publisher: PublisherId, number: number): Article | undefined
  /** Writes one more article. */
  publish(): Article
  /** Corrects an article where it stands: same address, one more paragraph, a later modification date. */
  amend(article: Article): Article
}

/** Older articles leave the pages, so that a newsroom left running for weeks stays small. */
const articlesKeptMax = 5000

/** Opens with the base articles on the pages; equal seeds invent equal articles. */
export function openNewsdesk(options: { seed: number; now: () => Date }): Newsdesk {
  const newestFirst = composeBase(drafts, options.now()).toReversed()
  const invented = inventedArticles(seededRandom(options.seed))

  function newest(): Article {
    const article = newestFirst[0]
    if (article === undefined) throw new RangeError('a newsroom opens with base articles')
    return article
  }

  return {
    articles: () => newestFirst,
    of: (publisher) => newestFirst.filter((article) => article.publisher.id === publisher),
    find: (publisher, number) =>
      newestFirst.find((article) => article.number === number && article.publisher.id === publisher),
    publish() {
      const manuscript = invented.next(newest()).value
      const now = options.now()
      newestFirst.unshift({ ...manuscript, number: newest().number + 1, publishedAt: now, modifiedAt: now })
      newestFirst.length = Math.min(newestFirst.length, articlesKeptMax)
      return newest()
    },
    amend(article) {
      const index = newestFirst.findIndex(({ number }) => number === article.number)
      if (index === -1) throw new RangeError(`article ${article.number} is no longer on the pages`)
      const amended = { ...article, ...correctionOf(article), modifiedAt: options.now() }
      newestFirst[index] = amended
      return amended
    },
  }
}

function correctionOf(article: Article): Pick<Article, 'paragraphs'> {
  const note =
    article.publisher.lang === 'ar'
      ? 'تصحيح: ذكرت نسخة سابقة من هذا الخبر أن الأرقام نهائية، والصحيح أنها أولية وقابلة للتعديل.'
      : 'Correction: an earlier version of this article called the figures final; they are provisional.'
  return { paragraphs: [...article.paragraphs, note] }
}
