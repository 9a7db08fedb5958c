import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Peer } from './peer.ts'

/** SQLite's own full-text search as it comes: one table, words as Unicode has them, accents folded, any word will do. */
export const plainFts5: Peer = {
  name: 'fts5',
  open: async (folder) => {
    const file = join(folder, 'plain.db')
    const database = new DatabaseSync(file)
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, lang UNINDEXED, body, tokenize="unicode61 remove_diacritics 2");`)
    const insert = database.prepare('INSERT INTO docs (id, lang, body) VALUES (?, ?, ?)')
    const select = database.prepare('SELECT id FROM docs WHERE docs MATCH ? AND lang = ? ORDER BY rank LIMIT ?')
    return {
      add: async (docs) => {
        database.exec('BEGIN')
        for (const { id, lang, body } of docs) insert.run(id, lang, body)
        database.exec('COMMIT')
      },
      find: async ({ text, lang }, limit) => {
        const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
        if (words.length === 0) return []
        const any = words.map((word) => `"${word}"`).join(' OR ')
        return select.all(any, lang, limit).map(({ id }) => String(id))
      },
      bytes: () => statSync(file).size,
      close: async () => {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
        database.close()
      },
    }
  },
}
