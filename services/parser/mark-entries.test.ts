import { parseFeed } from '@rafid/feeds'
import { describe, expect, it } from 'vitest'
import { marksOf, type PageEntry } from './mark-entries.ts'

type Written = { guid?: string; link?: string; title?: string; text?: string; date?: string }

const item = ({
  guid = 'g-1',
  link = 'https://news.example.com/1',
  title = 'Harbour reopens',
  text = 'Ships sail.',
  date,
}: Written) =>
  `<item><guid isPermaLink="false">${guid}</guid><link>${link.replaceAll('&', '&amp;')}</link><title>${title}</title>
  <description>${text}</description>${date === undefined ? '' : `<pubDate>${date}</pubDate>`}</item>`

const marks = (...items: Written[]) => {
  const { entries } = parseFeed(`<rss><channel>${items.map(item).join('')}</channel></rss>`, {
    url: 'https://news.example.com/feed',
  })
  return marksOf(entries.filter((entry): entry is PageEntry => entry.url !== null))
}
const shared = (one: Written, other: Written) => {
  const [[first], [second]] = [marks(one), marks(other)]
  return first?.identities.filter((identity) => second?.identities.includes(identity)).length
}
const isEdit = (one: Written, other: Written) => marks(one)[0]?.fingerprint !== marks(other)[0]?.fingerprint

describe('the identity of an entry', () => {
  it.each<[string, Written]>([
    ['another title', { title: 'Harbour reopens early' }],
    ['another guid', { guid: 'g-2' }],
    ['another address', { link: 'https://news.example.com/harbour-reopens-early' }],
    ['http for https and tracking parameters', { guid: 'g-2', link: 'http://www.news.example.com/1?utm_source=rss' }],
  ])('survives %s', (_name, change) => {
    expect(shared({}, change)).toBeGreaterThan(0)
  })

  it('survives another spelling of a guid that is an address', () => {
    const one = { guid: 'http://news.example.com/?p=1', link: 'https://news.example.com/a' }
    expect(shared(one, { guid: 'https://news.example.com/?p=1', link: 'https://news.example.com/b' })).toBe(1)
  })

  it('is not that of another entry', () => {
    expect(shared({}, { guid: 'g-2', link: 'https://news.example.com/2' })).toBe(0)
  })

  it('is not an address that entries share, such as the front page', () => {
    const front = 'https://news.example.com/'
    const [one, other] = marks({ guid: 'a', link: front }, { guid: 'b', link: front })
    expect(one?.identities).toHaveLength(1)
    expect(one?.identities).not.toEqual(other?.identities)
  })
})

describe('an edit', () => {
  it.each<[string, Written]>([
    ['the title', { title: 'Harbour closes' }],
    ['the text', { text: 'Ships wait.' }],
    ['the date', { date: 'Sat, 01 Mar 2025 10:00:00 GMT' }],
  ])('changes %s', (_name, change) => {
    expect(isEdit({}, change)).toBe(true)
  })

  it.each<[string, Written]>([
    ['the guid', { guid: 'g-2' }],
    ['the address', { link: 'http://news.example.com/1?utm_source=rss' }],
    ['a picture or white space', { text: 'Ships  &lt;img src="/counter?n=2"&gt;sail.' }],
  ])('is not when %s changes', (_name, change) => {
    expect(isEdit({}, change)).toBe(false)
  })
})
