import { describe, expect, it } from 'vitest'

import { extractArticle } from './extract-article.ts'

const paragraphs = [
  'The rowing club opened its season on Saturday with forty boats on the lake, twice as many as last spring, and the wind stayed low until the last race was over.',
  'Four schools had sent their crews for the first time, and the youngest of them, all of thirteen years old, came third in a boat that their teachers had built.',
  'The next meeting is in June, when the bridge will be closed to traffic for a day so that the long-distance race can finish in the middle of the town.',
]
const tagged = paragraphs.map((text) => `<p>${text}</p>`).join('')
const textOf = (body: string, head = '') =>
  extractArticle(`<html lang="en"><head><title>Season</title>${head}</head><body>${body}</body></html>`, {
    url: 'https://lake.example/season',
  }).text
const whole = paragraphs.join('\n\n')

describe('short lines of a text', () => {
  it('keeps results after the last sentence, with the links among them', () => {
    const results = '<h3>Eights</h3><p>Harbour, 6:12</p><p><a href="/c/2">Old Mill</a>, 6:15</p><p>Ferry Lane, 6:20</p>'
    expect(textOf(`<article><h1>Season</h1>${tagged}${results}</article>`)).toBe(
      [whole, 'Eights', 'Harbour, 6:12', 'Old Mill, 6:15', 'Ferry Lane, 6:20'].join('\n\n'),
    )
  })

  it('keeps a table after the last sentence', () => {
    const table = '<table><tr><th>Club</th><th>Time</th></tr><tr><td>Harbour</td><td>6:12</td></tr></table>'
    const text = textOf(`<article><h1>Season</h1>${tagged}${table}</article>`)
    expect(text).toContain('Harbour')
    expect(text).toContain('6:12')
  })

  it('leaves out links after the last sentence', () => {
    const links = '<p><a href="/1">Ferry timetable</a></p><p><a href="/2">Lake temperatures</a></p>'
    expect(textOf(`<article><h1>Season</h1>${tagged}${links}</article>`)).toBe(whole)
  })

  it('keeps a list before the first sentence, but not a byline and a date', () => {
    const list = ['Start at nine', 'Eights at ten', 'Fours at noon', 'Prizes at three']
    const lines = list.map((text) => `<p>${text}</p>`).join('')
    expect(textOf(`<article><h1>Season</h1>${lines}${tagged}</article>`)).toBe([...list, whole].join('\n\n'))
    expect(textOf(`<article><h1>Season</h1><p>Mara Lind</p><p>3 May 2024</p>${tagged}</article>`)).toBe(whole)
  })
})

describe('names that speak of something else', () => {
  it.each(['row player-2020-580', 'team player-7'])('reads a row of the table called %s', (name) => {
    const table = `<table><tr class="${name}"><td>Harbour</td><td>6:12</td></tr></table>`
    expect(textOf(`<article><h1>Season</h1>${tagged}${table}<p>${paragraphs[0]} Again.</p></article>`)).toContain(
      '6:12',
    )
  })

  it('does not take the anchor of a chapter for the name of a layout', () => {
    const chapter = `<section id="how-to-share-a-boat-between-two"><h2>How to share</h2><p>${paragraphs[2]}</p></section>`
    expect(textOf(`<article><h1>Season</h1><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>${chapter}</article>`)).toBe(
      [paragraphs[0], paragraphs[1], 'How to share', paragraphs[2]].join('\n\n'),
    )
  })

  it('keeps headings whose class calls them headers', () => {
    const text = textOf(`<article><h1>Season</h1>${tagged}<h2 class="chapter header">Regatta</h2>${tagged}x</article>`)
    expect(text).toContain('Regatta')
  })
})

it('keeps chapters that look like teasers, when the article is made of them', () => {
  const chapter = (at: number) =>
    `<div class="entry"><h3><a href="/boat/${at}">Boat number ${at} of the season</a></h3><p>${paragraphs[at % 3]} It was built in the year ${1990 + at}.</p></div>`
  const chapters = [0, 1, 2].map(chapter).join('')
  const text = textOf(
    `<article><h1>Season</h1>${tagged.repeat(1)}${tagged.replaceAll('The', 'A')}${chapters}</article>`,
  )
  for (const at of [0, 1, 2]) expect(text).toContain(`${1990 + at}`)
})

it('leaves out the article that a page without an end prints next', () => {
  const next =
    '<article><h1>Ferry</h1><p>The ferry will run every twenty minutes from Monday on, the port authority said, because the new boat has passed its trials.</p></article>'
  expect(textOf(`<main><article><h1>Season</h1>${tagged}</article>${next}</main>`)).toBe(whole)
})

it('reads a text that follows a drawing which was never closed', () => {
  expect(textOf(`<svg><text>Logo</text><g><div><h1>Season</h1>${tagged}</div>`)).toBe(whole)
})

it('does not read the words of a drawing', () => {
  expect(textOf(`<article><h1>Season</h1><svg><text>${paragraphs[0]} Drawn.</text></svg>${tagged}</article>`)).toBe(
    whole,
  )
})

it('prefers the printed text to a declared one that is longer by saying everything twice', () => {
  const declared = JSON.stringify({ '@type': 'NewsArticle', headline: 'Season', articleBody: `${whole} ${whole}` })
  const script = `<script type="application/ld+json">${declared}</script>`
  expect(textOf(`<article><h1>Season</h1>${tagged}</article>`, script)).toBe(whole)
})

it('does not take addresses of scripts for prose', () => {
  const addresses = Array.from({ length: 30 }, (_, at) => `https://cdn.example/${'a'.repeat(90)}/${at}.js`)
  const scripts = `<div>${addresses.map((address) => `<div>${address}</div>`).join('')}</div>`
  expect(textOf(`<div><h1>Season</h1>${tagged}</div>${scripts}`)).toBe(whole)
})
