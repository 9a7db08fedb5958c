import type { Article } from '@rafid/contracts'
import { webUrl } from './fragments.ts'

/**
 * An article as structured data, for a `<script>` element: no character of it can end that element or a line of
 * script. Source: schema.org/NewsArticle.
 */
export function jsonLd(article: Article): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    inLanguage: article.lang ?? undefined,
    datePublished: article.publishedAt ?? undefined,
    dateModified: article.updatedAt ?? undefined,
    author: article.author === null ? undefined : { '@type': 'Person', name: article.author },
    publisher: organisation(article.source),
    sourceOrganization: article.attribution === null ? undefined : organisation(article.attribution),
    image: webUrl(article.image) ?? undefined,
    keywords: article.keywords.length === 0 ? undefined : article.keywords,
    isBasedOn: webUrl(article.url) ?? undefined,
  }
  return JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, escaped)
}

function organisation({ name, url }: Article['source']) {
  return { '@type': 'Organization', name, url: webUrl(url) ?? undefined }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
