import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { declaredTitle } from './article-title.ts'
import { pageFacts } from './page-facts.ts'
import { parseHtml } from '@rafid/html'

function titleOf(html: string): string | undefined {
  const root = parseHtml(html)
  return declaredTitle(pageFacts(root), 'https://valley-post.example/bees', undefined)
}

const declared = (headline: string) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}"}</script>`

describe('the title of an article', () => {
  const pages: [string, string, string][] = [
    [
      'is the heading, without the name of the site behind it',
      '<title>Beekeepers count their losses | The Valley Post</title><h1>Beekeepers count their losses</h1>',
      'Beekeepers count their losses',
    ],
    [
      'is the only heading, though what is declared is reworded for search engines',
      '<title>Honey prices 2026: why jars cost more</title><h1>Why a jar of honey will cost more this winter</h1>',
      'Why a jar of honey will cost more this winter',
    ],
    [
      'is what the page declares twice, where the heading has a kicker',
      `<meta property="og:title" content="Keepers lose every third hive">${declared('Keepers lose every third hive')}
       <h1><span>Farming</span> Keepers lose every third hive</h1>`,
      'Keepers lose every third hive',
    ],
    [
      'is a heading of two words under a site with a longer name',
      '<title>Sweet losses - The New Valley Evening Post</title><h1>Sweet losses</h1><h1>Sports of the day</h1>',
      'Sweet losses',
    ],
    [
      'is without the site, whose name stands before it',
      '<meta property="og:site_name" content="The Valley Post"><title>Valley Post | Keepers lose every third hive</title>',
      'Keepers lose every third hive',
    ],
    [
      'is without markup',
      '<meta property="og:title" content="&lt;b&gt;Keepers&lt;/b&gt; lose hives">',
      'Keepers lose hives',
    ],
    [
      'keeps quotations in Danish marks',
      '<title>Biavler: »Det var en hård vinter«</title><h1>Biavler: »Det var en hård vinter«</h1>',
      'Biavler: »Det var en hård vinter«',
    ],
    [
      'is without the channel and the site that Chinese pages add',
      '<title>今年冬天蜜蜂损失三分之一_农业频道_山谷网</title><h1>今年冬天蜜蜂损失三分之一</h1>',
      '今年冬天蜜蜂损失三分之一',
    ],
    [
      'is without the date that the heading holds',
      '<meta property="og:title" content="Keepers lose every third hive"><h1>Dec 18 2025 Keepers lose every third hive</h1>',
      'Keepers lose every third hive',
    ],
    [
      'is what is declared where the only heading is the name of the site',
      '<title>Keepers lose every third hive</title><h1>Evening Post</h1>',
      'Keepers lose every third hive',
    ],
  ]
  it.each(pages)('%s', (_name, html, title) => {
    expect(titleOf(html)).toBe(title)
  })
})

it('is bounded and never throws, whatever headings and declarations say', () => {
  assert(
    property(string(), string(), string(), (title, heading, headline) => {
      const html = `<title>${title}</title><meta property="og:title" content="${headline}"><h1>${heading}</h1>`
      expect(titleOf(html)?.length).toBeLessThanOrEqual(512)
    }),
  )
})
