import { openReader } from '@rafid/search'

/** What a gateway does all day, until it is killed: it asks. */

const [path = ''] = process.argv.slice(2)
const reader = openReader(path)
const query = { kind: 'words', words: ['ferry', 'السفينة', 'bateau'] } as const
for (let pages = 0; ; pages += 1) {
  const request = { query, order: 'relevance', collapse: 'copies', limit: 20, now: new Date('2026-03-01') } as const
  await reader.search(request)
  await reader.newest({ limit: 20 })
  if (pages === 0) process.stdout.write('reading\n')
}
