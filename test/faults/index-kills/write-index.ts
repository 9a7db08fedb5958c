import { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { openWriter, reindexFile } from '@rafid/search'
import { original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'

/** What an indexer does all day, until it is killed: it says what the index has acknowledged, a line each. */

const [path = '', from = '0', mode = 'write'] = process.argv.slice(2)

/** Articles in hand at once, as the indexer has them. */
const atOnce = 16
const checkpointEvery = 50
const texts = ['The ferry leaves the quay at noon', 'غادرت السفينة الميناء ظهرا', 'Le bateau quitte le port à midi']
const langs = ['en', 'ar', 'fr']

const writer = openWriter(path)
if (mode === 'reindex') void reindexAgainAndAgain()
let next = Number(from)
await Promise.all(Array.from({ length: atOnce }, write))

async function write(): Promise<never> {
  for (;;) {
    const number = next
    next += 1
    const text = `${texts[number % 3]}, trip ${number}. `.repeat(1 + (number % 20))
    await writer.put(sampleArticle(number, { text, lang: langs[number % 3] ?? null }), original)
    // Every tenth is edited at once: an older version must never come back.
    if (number % 10 === 0) {
      const fetchedAt = '2026-03-01T00:00:00.000Z'
      await writer.put(sampleArticle(number, { title: `edited ${number}`, text, lang: 'en', fetchedAt }), original)
    }
    process.stdout.write(`${number}\n`)
    if (number % checkpointEvery === 0) checkpoint()
  }
}

function checkpoint(): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA busy_timeout = 10000; PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

async function reindexAgainAndAgain(): Promise<never> {
  for (;;) {
    await reindexFile(path, () => {})
    await turn()
  }
}
