import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { feedHints, noHints } from './feed-hints.ts'
import { parseFeed } from './parse-feed.ts'

const url = 'https://news.example.com/feeds/all.xml'
const hintsOf = (text: string) => parseFeed(text, { url }).hints
const hour = 3_600_000

describe('the hints of a feed', () => {
  it('are read from RSS', () => {
    const feed = `<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
      <title>t</title><ttl>30</ttl><skipHours><hour>3</hour><hour>0</hour><hour>24</hour><hour>99</hour></skipHours>
      <skipDays><day>Saturday</day><day>Friday</day><day>Someday</day></skipDays>
      <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
      <sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>
      <atom:link rel="hub" href="https://hub.example.com/"/><atom:link rel="hub" href="https://two.example.com/"/>
      <atom:link rel="self" href="/self.xml"/></channel></rss>`
    expect(hintsOf(feed)).toEqual({
      ttlMinutes: 30,
      skipHours: [0, 3],
      skipDays: [5, 6],
      updateEveryMs: hour / 2,
      updateBase: new Date('2000-01-01T12:00:00Z'),
      hubs: ['https://hub.example.com/', 'https://two.example.com/'],
      selfUrl: 'https://news.example.com/self.xml',
    })
  })

  it('are read from Atom, relative to its base', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example.com/x/"><title>t</title>
      <link rel="self" href="feed.atom"/><link rel="hub" href="../hub"/><link href="/"/></feed>`
    expect(hintsOf(feed)).toMatchObject({
      hubs: ['https://blog.example.com/hub'],
      selfUrl: 'https://blog.example.com/x/feed.atom',
    })
  })

  it('are read from RDF', () => {
    const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:s="http://purl.org/rss/1.0/modules/syndication/"><channel><title>t</title><s:updatePeriod>weekly</s:updatePeriod></channel></rdf:RDF>`
    expect(hintsOf(feed)).toMatchObject({ updateEveryMs: 7 * 24 * hour })
  })

  it('are read from JSON Feed', () => {
    const feed = { feed_url: '/feed.json', hubs: [{ type: 'WebSub', url: 'https://hub.example.com/' }, 7], items: [] }
    expect(hintsOf(JSON.stringify(feed))).toMatchObject({
      hubs: ['https://hub.example.com/'],
      selfUrl: 'https://news.example.com/feed.json',
    })
  })

  it('are empty where a feed gives none', () => {
    expect(hintsOf('<rss><channel><title>t</title></channel></rss>')).toEqual({
      ttlMinutes: null,
      skipHours: [],
      skipDays: [],
      updateEveryMs: null,
      updateBase: null,
      hubs: [],
      selfUrl: null,
    })
  })
})

describe('feedHints', () => {
  it.each([
    ['', '', null],
    ['daily', '', 24 * hour],
    ['', '4', 6 * hour],
    ['Hourly', '1', hour],
    ['constructor', '1', null],
    ['daily', '0', null],
    ['daily', 'often', null],
  ])('takes %s and %s times for an update every %s ms', (updatePeriod, updateFrequency, every) => {
    expect(feedHints({ ...noHints, updatePeriod, updateFrequency }).updateEveryMs).toBe(every)
  })

  it('has nothing to say of a ttl that is no number, and a limit for one that is', () => {
    expect(['', '-5', 'soon', '0', '999999999'].map((ttl) => feedHints({ ...noHints, ttl }).ttlMinutes)).toEqual([
      null,
      null,
      null,
      null,
      10_080,
    ])
  })

  it('gives hours and days there are, each once, whatever is written', () => {
    const word = fc.oneof(fc.string(), fc.integer({ min: -5, max: 30 }).map(String), fc.constantFrom('Friday', 'mon'))
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (hours, days) => {
        const hints = feedHints({ ...noHints, skipHours: hours, skipDays: days })
        expect(hints.skipHours.every((value) => value >= 0 && value <= 23)).toBe(true)
        expect(hints.skipDays.every((value) => value >= 0 && value <= 6)).toBe(true)
        expect(new Set(hints.skipHours).size).toBe(hints.skipHours.length)
      }),
    )
  })
})
