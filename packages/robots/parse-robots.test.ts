import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isAllowed } from './is-allowed.ts'
import { parseRobots } from './parse-robots.ts'
import { productTokenOf } from './product-token.ts'
import { robotsLimits } from './robots-rules.ts'

const rules = (...lines: string[]) => parseRobots(lines.join('\n'), 'rafid')
const allows = (text: string[], path: string) => isAllowed(rules(...text), new URL(path, 'https://example.org'))

it('reads the groups that name us, joined, and only without one those for everybody', () => {
  const text = ['User-agent: *', 'Disallow: /', '', 'User-agent: Rafid/2.0', 'Disallow: /a', 'user-agent: RAFID']
  expect(rules(...text, 'Disallow: /b')).toEqual({ allow: [], disallow: ['/a', '/b'], crawlDelayMs: null })
  expect(rules('User-agent: other', 'Disallow: /', 'User-agent: *', 'Disallow: /c').disallow).toEqual(['/c'])
  expect(rules('User-agent: rafidbot', 'Disallow: /').disallow).toEqual([])
})

it('lets several user-agent lines share one group', () => {
  expect(rules('User-agent: other', 'User-agent: rafid', 'Disallow: /a').disallow).toEqual(['/a'])
})

it('keeps a group together across unknown lines, blank lines and comments', () => {
  const text = ['\uFEFFUser-Agent : rafid # us', 'Sitemap: https://example.org/s.xml', '', 'nonsense', 'Disallow: /a#b']
  expect(rules(...text, 'Disallow:').disallow).toEqual(['/a'])
})

it('gives lines before the first user-agent to nobody', () => {
  expect(rules('Disallow: /', 'User-agent: *', 'Allow: /').disallow).toEqual([])
})

it.each([
  ['\r', 'carriage returns'],
  ['\r\n', 'both'],
])('takes %j for the end of a line', (end) => {
  expect(parseRobots(['User-agent: *', 'Disallow: /a'].join(end), 'rafid').disallow).toEqual(['/a'])
})

it('forgives a forgotten slash and common misspellings', () => {
  expect(rules('useragent: *', 'Dissallow: private', 'Allow: *.html$')).toMatchObject({
    allow: ['*.html$'],
    disallow: ['/private'],
  })
})

it('reads the longest crawl delay asked for, in seconds and fractions', () => {
  expect(rules('User-agent: *', 'Crawl-delay: 1.5', 'Crawl-delay: 10').crawlDelayMs).toBe(10_000)
  expect(rules('User-agent: *', 'Crawl-delay: soon').crawlDelayMs).toBeNull()
})

// The examples of RFC 9309, sections 2.2.2, 2.2.3 and 5.2, and of the field.
it.each([
  [['Disallow: /'], '/a', false],
  [['Disallow:'], '/a', true],
  [['Disallow: /example/page', 'Allow: /example/page/'], '/example/page/x', true],
  [['Allow: /example/page', 'Disallow: /example/page'], '/example/page', true],
  [['Disallow: /foo/bar/ツ'], '/foo/bar/%E3%83%84', false],
  [['Disallow: /foo/bar/%E3%83%84'], '/foo/bar/ツ', false],
  [['Disallow: /foo/bar/%62%61%7A'], '/foo/bar/baz', false],
  [['Disallow: /a%2fb'], '/a/b', true],
  [['Disallow: /a%2fb'], '/a%2Fb', false],
  [['Disallow: /*.gif$'], '/pictures/x.gif', false],
  [['Disallow: /*.gif$'], '/pictures/x.gif?a', true],
  [['Disallow: /*.gif'], '/pictures/x.gif?a', false],
  [['Disallow: /*?*sort='], '/list?page=2&sort=up', false],
  [['Disallow: /a*b*c$'], '/a-b-b-c', false],
  [['Disallow: /a*c$'], '/ac', false],
  [['Disallow: /ac*c$'], '/ac', true],
  [['Disallow: /fish'], '/Fish.asp', true],
  [['Disallow: /$'], '/', false],
  [['Disallow: /$'], '/a', true],
  [['Disallow: *'], '/a', false],
  [['Disallow: /أخبار/'], '/أخبار/1', false],
  [['Disallow: /'], '/robots.txt', true],
])('%j for %s gives %s', (lines, path, allowed) => {
  expect(allows(['User-agent: *', ...lines], path)).toBe(allowed)
})

it('decides as a regular expression made of the pattern would', () => {
  const part = fc.constantFrom('a', 'b', '/', '*', '.', 'ab')
  const pattern = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`)
  const path = fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 12 }).map((parts) => `/${parts.join('')}`)
  fc.assert(
    fc.property(pattern, fc.boolean(), path, (head, isAnchored, target) => {
      const source = head.split('*').map(RegExp.escape).join('.*')
      const expected = !new RegExp(`^${source}${isAnchored ? '$' : ''}`, 's').test(target)
      const line = `${head}${isAnchored ? '$' : ''}`
      expect(isAllowed({ allow: [], disallow: [line] }, { pathname: target, search: '' } as URL)).toBe(expected)
    }),
  )
})

it('never throws, and keeps its limits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webPath(), (text, path) => {
      expect(typeof isAllowed(parseRobots(text, 'rafid'), new URL(`https://example.org${path}`))).toBe('boolean')
    }),
  )
  const many = Array.from({ length: 10_000 }, (_, at) => `Disallow: /${at}`)
  expect(rules('User-agent: *', ...many).disallow).toHaveLength(robotsLimits.rulesMax)
  expect(rules('User-agent: *', `Disallow: /${'a'.repeat(5_000)}`).disallow).toEqual([])
})

it('stays quick with a pattern that is all stars', () => {
  const bomb = { allow: [], disallow: [`/${'*a'.repeat(900)}$`] }
  expect(isAllowed(bomb, new URL(`https://example.org/${'a'.repeat(8_000)}b`))).toBe(true)
})

it('is addressed by the first word of its User-Agent', () => {
  expect(productTokenOf('Rafid/0.1 (+https://rafid.example)')).toBe('rafid')
  expect(productTokenOf('  My_News-Bot 2')).toBe('my_news-bot')
  expect(productTokenOf('42')).toBe('')
})
