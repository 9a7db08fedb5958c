import { describe, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { judge } from './judge.ts'
import { anchorsOf, placeArticle } from './place-article.ts'
import type { AnchorSighting, Neighbour } from './place-article.ts'

const start = Date.UTC(2026, 0, 1)
const at = (hours: number) => new Date(start + hours * 3_600_000)
const article = (text: string, hours = 0) => ({ fingerprint: fingerprint(text), at: at(hours) })

const wire = `The port authority of Larnholm said on Monday that three ships with grain had reached the eastern quay after
two weeks at sea, and that unloading would begin on Tuesday evening under the eyes of inspectors from Brenwick. Traders
expect a fourth ship before the end of the month. Captain Ilse Marn told reporters that her crew of 21 had run low on
water, while the harbour master, Tomas Venn, praised the 14 pilots who had worked through the night. Bread prices in the
city rose by 12 percent in January, and the council has promised to open 3 more bakeries in the poorer quarters.`

const verdictOf = (later: string, earlier: string, hours = 1) => {
  const { verdict, reason } = judge(article(later, hours), article(earlier))
  return [verdict, reason]
}

describe('two texts are judged', () => {
  it('the same when they differ in nothing but spelling', () => {
    expect(verdictOf(wire.toUpperCase(), wire)).toEqual(['exact', 'same-text'])
  })

  it('copies when one was edited here and there', () => {
    const copy = wire
      .replace('said on Monday', 'announced')
      .replace('Traders', 'Merchants')
      .replace(/Bread.*$/s, '')
    expect(verdictOf(copy, wire)).toEqual(['near', 'shared-text'])
  })

  it('contained when one is the beginning of the other', () => {
    const more = Array.from({ length: 400 }, (_, n) => `remark${n}`).join(' ')
    expect(verdictOf(`${wire} ${more}`, wire)).toEqual(['contained', 'contained-text'])
  })

  it('different when the numbers differ in the same places', () => {
    const other = wire.replace('21', '35').replace('14', '9').replace('12', '7').replace('3 more', '5 more')
    expect(verdictOf(other, wire)).toEqual(['different', 'other-numbers'])
  })

  it('different when the names differ in the same places', () => {
    const other = wire
      .replace('Larnholm', 'Ostrava')
      .replace('Brenwick', 'Karlsby')
      .replace('Ilse Marn', 'Petra Holt')
      .replace('Tomas Venn', 'Jon Adler')
    expect(verdictOf(other, wire)).toEqual(['different', 'other-names'])
  })

  it('different when they share little, and more is needed the longer they lie apart', () => {
    const half = wire.slice(0, wire.length / 2)
    const mixed = `${half} ${Array.from({ length: 60 }, (_, n) => `other${n}`).join(' ')}`
    expect(verdictOf(mixed, wire)[0]).not.toBe('different')
    expect(verdictOf(mixed, wire, 300)).toEqual(['different', 'too-little-shared'])
  })

  it('different when there is too little to be judged', () => {
    expect(verdictOf('Rain in the north today.', 'Rain in the south today.')).toEqual(['different', 'too-short'])
  })

  it('different when one number, one name or one word of two lines that are else the same is another', () => {
    const line = 'Three ships with grain from Egypt reached the harbour of Larnholm on the coast last night'
    expect(verdictOf(line.replace('Three', 'Nine'), line)).toEqual(['different', 'other-numbers'])
    expect(verdictOf(line.replace('Egypt', 'Turkey'), line)).toEqual(['different', 'other-names'])
    expect(verdictOf(line.replace('grain', 'timber'), line)).toEqual(['different', 'other-words'])
  })

  it('different when winner and loser have changed places', () => {
    const line = 'فاز فريق الصخور على فريق الأنهار في المباراة النهائية التي أقيمت مساء على ملعب الساحل'
    const other = 'فاز فريق الأنهار على فريق الصخور في المباراة النهائية التي أقيمت مساء على ملعب الساحل'
    expect(verdictOf(other, line)).toEqual(['different', 'exchanged-words'])
  })

  it('copies when a line has other particles, endings and words for the same', () => {
    const line = 'ارتفعت أسعار القمح في الأسواق المحلية بعد تأخر وصول السفن إلى ميناء الساحل'
    const other = 'وصعدت أسعار القمح بأسواق محلية، وذلك بعد تأخر وصول سفن إلى ميناء الساحل'
    expect(verdictOf(other, line)).toEqual(['near', 'shared-text'])
  })
})

describe('a new article', () => {
  const neighbour = (id: string, text: string, root?: { id: string; text: string }): Neighbour => ({
    id,
    ...article(text),
    root: { id: root?.id ?? id, fingerprint: fingerprint(root?.text ?? text) },
  })
  const edited = wire.replace('said on Monday', 'announced')
  const sightings = (text: string, hours: number, roots: string[]): AnchorSighting[] =>
    [...anchorsOf(fingerprint(text))].map((anchor) => ({ anchor, oldestAt: at(hours), roots }))

  it('is an original when nobody carries its text', () => {
    expect(placeArticle({ article: article(wire), neighbours: [], sightings: [] })).toEqual({ kind: 'original' })
  })

  it('joins the neighbour it is most like', () => {
    const neighbours = [neighbour('a', edited), neighbour('b', wire), neighbour('c', 'Something else altogether.')]
    const placement = placeArticle({ article: article(wire, 1), neighbours, sightings: [] })
    expect(placement.kind === 'copy' && placement.like.map(({ of }) => of.id)).toEqual(['b', 'a'])
    expect(placement.kind === 'copy' && placement.joins).toEqual(['a'])
  })

  it('does not follow a neighbour that has wandered away from the root of its cluster', () => {
    const wandered = neighbour('b', wire, { id: 'a', text: Array.from({ length: 90 }, (_, n) => `far${n}`).join(' ') })
    expect(placeArticle({ article: article(wire, 1), neighbours: [wandered], sightings: [] }).kind).toBe('original')
  })

  it('is an original when what it shares is known from elsewhere, or has been for days', () => {
    const half = `${wire.slice(0, wire.length * 0.7)} ${Array.from({ length: 30 }, (_, n) => `own${n}`).join(' ')}`
    const place = (shown: AnchorSighting[]) =>
      placeArticle({ article: article(half, 60), neighbours: [neighbour('a', wire)], sightings: shown }).kind
    expect(place(sightings(half, 59, ['a']))).toBe('copy')
    expect(place(sightings(half, 59, ['a', 'b', 'c', 'd']))).toBe('original')
    expect(place(sightings(half, 0, ['a']))).toBe('original')
  })
})
