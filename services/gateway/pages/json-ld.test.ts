import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonLd } from './json-ld.ts'
import { sampleArticle } from './sample-article.ts'

it('tells what the article says of itself', () => {
  const data: unknown = JSON.parse(jsonLd(sampleArticle(1, { author: 'A. Writer', keywords: ['ferry'] })))
  expect(data).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Harbour opens berth 1',
    author: { name: 'A. Writer' },
    keywords: ['ferry'],
    isBasedOn: 'https://publisher.example/1',
  })
})

it('names no address that is none of the web', () => {
  expect(jsonLd(sampleArticle(1, { url: 'javascript:boom()', image: 'data:x' }))).not.toMatch(/javascript|data:x/)
})

it('never ends its element, whatever the title', () => {
  const hostile = fc.oneof(fc.constant('</script><script>boom()</script><!--\u2028'), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(hostile, (title) => {
      const json = jsonLd(sampleArticle(1, { title }))
      const read: unknown = Reflect.get(JSON.parse(json), 'headline')
      return !/[<>\u2028\u2029]/.test(json) && read === title
    }),
  )
})
