import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startHouse } from '../support/start-house.ts'
import { until } from '../support/until.ts'

/** The user's own document, kept beside the project. */
const seed = join(import.meta.dirname, '../../../shared/seed')
const pages = ['page-semantic.html', 'page-flat.html']

type Expected = {
  title: string
  body: string[]
  attribution: string
  keywords_as_printed: string[]
  read_also: { body: string[] }
  similar: string[]
}

describe.skipIf(!existsSync(seed))(
  'the document of the user (skipped where ../shared/seed is not beside the project)',
  () => {
    it('becomes an article with its clean body, its source and its keywords, from either page', async () => {
      const expected = JSON.parse(readFileSync(join(seed, 'expected.json'), 'utf8')) as Expected
      const server = createServer((request, response) => {
        const page = pages.find((name) => request.url === `/${name}`)
        if (page)
          return void response.setHeader('content-type', 'text/html; charset=utf-8').end(readFileSync(join(seed, page)))
        const items = pages.map((name) => `<item><title>${name}</title><link>/${name}</link></item>`).join('')
        response.end(`<rss version="2.0"><channel><title>seed</title>${items}</channel></rss>`)
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.address()
      const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
      await using house = await startHouse({ allow: [host] })
      await house.addFeeds([`http://${host}/feed`])
      await until(async () => (await house.articles()).length === pages.length, 100)
      for (const article of await house.articles()) {
        expect(article.title).toBe(expected.title)
        expect(article.text.startsWith(expected.body[0] ?? '?')).toBe(true)
        expect(article.text.endsWith(expected.body.at(-1) ?? '?')).toBe(true)
        for (const stranger of [...expected.read_also.body, ...expected.similar, 'تطبيق', 'كلمات دلالية']) {
          expect(article.text, article.url).not.toContain(stranger)
        }
        expect(article.attribution?.name).toBe(expected.attribution)
        expect(article.keywords.length).toBeGreaterThanOrEqual(5)
        expect(article.lang).toBe('ar')
      }
      server.closeAllConnections()
      server.close()
    })
  },
)
