import { describe, expect, it } from 'vitest'
import { decodeStoryRecord, encodeStoryRecord } from './story-record.ts'
import type { StoryRecord } from './story-record.ts'
import { StoryShelf } from './story-shelf.ts'

const start = Date.UTC(2026, 0, 1)
const id = (number: number): string => `a${String(number).padStart(24, '0')}`
const story = (number: number): string => `s${String(number).padStart(24, '0')}`
const article = (number: number, title: string, hours = number, lang = 'en') => ({
  id: id(number),
  at: new Date(start + hours * 3_600_000),
  title,
  text: '',
  lang,
})

const harbour = [
  'Freighter Morning Star runs aground off Larnholm harbour',
  'Morning Star freighter stuck near Larnholm, harbour closed',
  'Larnholm harbour closed after freighter Morning Star grounding',
  'Tugs fail to free Morning Star from Larnholm sandbank',
]
const council = [
  'Brenwick council votes to double the price of bread',
  'Bread price doubles as Brenwick council votes',
  'Bakers protest Brenwick council vote on bread price',
]

function shelfOf(titles: readonly string[]): StoryShelf {
  const shelf = new StoryShelf()
  titles.forEach((title, number) => shelf.add(article(number, title)))
  return shelf
}

describe('a shelf of stories', () => {
  it('puts reports of one event together and others apart', () => {
    const shelf = new StoryShelf()
    const titles = [harbour[0], council[0], harbour[1], council[1], harbour[2], council[2], harbour[3]]
    const ids = titles.map((title, number) => shelf.add(article(number, title ?? '')).storyId)
    expect(ids).toEqual([0, 1, 0, 1, 0, 1, 0].map(story))
  })

  it('puts Arabic reports together across the forms of their words', () => {
    const shelf = new StoryShelf()
    shelf.add(article(0, 'زلزال قوي يضرب مدينة لارنهولم ويوقع عشرات الجرحى', 0, 'ar'))
    expect(shelf.add(article(1, 'عشرات الجرحى في زلزال ضرب لارنهولم', 1, 'ar')).storyId).toBe(story(0))
    expect(shelf.add(article(2, 'البنك المركزي يرفع أسعار الفائدة', 2, 'ar')).storyId).toBe(story(2))
  })

  it('asks for more in common the longer a story has been silent', () => {
    const shelf = shelfOf(harbour.slice(0, 1))
    const place = (hours: number) =>
      shelf.place(article(9, 'Larnholm harbour fire kills freighter captain', hours)).storyId
    expect(place(1)).toBe(story(0))
    expect(place(400)).toBe(story(9))
  })

  it('begins a story with an article that has no words', () => {
    const shelf = shelfOf(['', ''])
    expect(shelf.add(article(5, '…')).storyId).toBe(story(5))
  })

  it('does not take tags and names of sources for words of the event', () => {
    const shelf = shelfOf(['Swimmer wins the first gold medal of the games #News24 | Coastal Herald'])
    expect(shelf.add(article(1, 'Minister resigns over tunnel contracts #News24 | Coastal Herald')).storyId).toBe(
      story(1),
    )
  })

  it.each([
    ['Police arrest man after robbery in Leeds', 'Police arrest man after stabbing in Bristol'],
    ['President meets foreign minister in Paris', 'President meets business leaders in Tokyo'],
    ['Two killed in car crash near Dublin', 'Three killed in train crash near Madrid'],
    ['New study finds coffee may reduce risk', 'New study finds exercise may reduce risk'],
  ])('does not take ordinary words for an event, though it knows nothing else yet: %s', (one, other) => {
    expect(shelfOf([one]).add(article(1, other)).storyId).toBe(story(1))
  })

  it('leaves an alias when two stories turn out to be one', () => {
    const shelf = shelfOf([...harbour, ...council])
    shelf.merge({ from: story(4), to: story(0) })
    expect(shelf.nameNow(story(4))).toBe(story(0))
    expect(shelf.add(article(9, 'Brenwick council defends bread price vote')).storyId).toBe(story(0))
  })

  it('lets two stories meet whose words are the same', () => {
    const shelf = shelfOf(harbour)
    shelf.split({ from: story(0), into: 'other', articleIds: [id(2), id(3)] })
    shelf.merge({ from: 'other', to: story(0) })
    expect(shelf.nameNow('other')).toBe(story(0))
  })

  it('keeps apart what an operator has parted', () => {
    const shelf = shelfOf(harbour)
    shelf.split({ from: story(0), into: 'other', articleIds: [id(2), id(3)] })
    for (let number = 10; number < 60; number += 1) {
      const { merged } = shelf.add(article(number, harbour[number % harbour.length] ?? '', 5))
      expect(merged).toEqual([])
    }
    expect(shelf.nameNow('other')).toBe('other')
    expect(shelf.apartFrom('other')).toEqual([story(0)])
  })

  it('keeps apart also the stories that they have become since', () => {
    const shelf = shelfOf([...harbour, ...council])
    shelf.split({ from: story(0), into: 'other', articleIds: [id(2), id(3)] })
    shelf.merge({ from: story(0), to: story(4) })
    expect(shelf.apartFrom('other')).toEqual([story(4)])
  })

  it('lets go of old articles and of stories that have no others', () => {
    const shelf = shelfOf([...harbour, ...council])
    shelf.forget(new Date(start + 4 * 3_600_000))
    expect(shelf.articles).toBe(3)
    expect(shelf.add(article(9, harbour[0] ?? '')).storyId).toBe(story(9))
  })

  it('is the same for a shelf that was told what it did', () => {
    const [first, second] = [new StoryShelf(), new StoryShelf()]
    const records: StoryRecord[] = []
    for (const [number, title] of [...harbour, ...council].entries()) {
      const place = first.place(article(number, title))
      first.keep(place)
      records.push({ kind: 'place', ...place })
    }
    records.push(
      { kind: 'split', from: story(0), into: 'other', articleIds: [id(3)] },
      { kind: 'merge', from: story(4), to: story(0) },
    )
    for (const record of records.slice(-2)) first.tell(record)
    for (const record of records) second.tell(decodeStoryRecord(encodeStoryRecord(record)))
    const next = article(20, 'Morning Star freighter freed from Larnholm sandbank')
    expect(second.place(next)).toEqual(first.place(next))
  })
})
