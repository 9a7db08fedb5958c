import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '@rafid/errors'
import { analysisVersion } from '@rafid/text'

/** A writer waits this long for another one, in milliseconds. */
const busyTimeoutMs = 10_000

/** What of the file is read through memory of the system rather than copied, and what is kept beside it. */
const mappedBytesMax = 1 << 30
const cachedKilobytesMax = 32_000

/** The log is cut back to this after a checkpoint. */
const logBytesMax = 64 << 20

/** Of a new file: more articles to a page, and less of it left empty, than with the default. */
const pageBytes = 8192

// Each step brings a database from the version before it to its own; steps are only ever added.
const migrations = [
  `CREATE TABLE articles (
     rid INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     url TEXT NOT NULL,
     title TEXT NOT NULL,
     lang TEXT,
     source TEXT NOT NULL,
     sort_at INTEGER NOT NULL,
     fetched_at INTEGER NOT NULL,
     kind TEXT NOT NULL,
     root_id TEXT NOT NULL,
     article TEXT NOT NULL
   ) STRICT;
   CREATE INDEX articles_newest ON articles (sort_at DESC, rid DESC);
   CREATE INDEX articles_root ON articles (root_id);
   CREATE VIRTUAL TABLE article_text USING fts5(
     title, body, keywords, content='', contentless_delete=1, tokenize='ascii'
   );`,
  `CREATE TABLE cluster_moves (from_id TEXT PRIMARY KEY, to_id TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE story_members (
     article_id TEXT PRIMARY KEY, story_id TEXT NOT NULL, decision INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX story_members_story ON story_members (story_id);
   CREATE TABLE story_moves (from_id TEXT PRIMARY KEY, to_id TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  // Numbers of rows are places in time from here on. Articles of before are brought over one by one (`carry-over.ts`).
  `DROP INDEX articles_newest;
   DROP INDEX articles_root;
   DROP TABLE article_text;
   ALTER TABLE articles RENAME TO articles_before;
   CREATE TABLE articles (
     rid INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     arrival INTEGER NOT NULL,
     lang TEXT,
     shelf TEXT NOT NULL,
     source TEXT NOT NULL,
     tags TEXT NOT NULL,
     sort_at INTEGER NOT NULL,
     fetched_at INTEGER NOT NULL,
     root_id TEXT NOT NULL,
     relation TEXT NOT NULL
   ) STRICT;
   CREATE INDEX articles_root ON articles (root_id);
   CREATE INDEX articles_shelf ON articles (shelf);
   CREATE INDEX articles_source ON articles (source);
   CREATE TABLE article_data (rid INTEGER PRIMARY KEY, article BLOB NOT NULL, terms BLOB NOT NULL) STRICT;
   CREATE TABLE shelves (
     name TEXT PRIMARY KEY, articles INTEGER NOT NULL, words INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
   INSERT INTO facts VALUES ('arrivals', 0), ('shifted', 0);`,
  // Words apart from articles: who weighs hundreds of articles reads nothing else of them. What lists show apart from texts. Most articles are their own root,
  // and an index of their ids would be written all over with every batch.
  `CREATE TABLE article_terms (rid INTEGER PRIMARY KEY, terms BLOB NOT NULL) STRICT;
   INSERT INTO article_terms SELECT rid, terms FROM article_data;
   ALTER TABLE article_data DROP COLUMN terms;
   ALTER TABLE article_data ADD COLUMN head TEXT;
   DROP INDEX articles_root;
   CREATE INDEX articles_copies ON articles (root_id) WHERE root_id <> id;`,
]

/** The version of the tables that this release makes. */
export const layoutVersion = migrations.length

/**
 * Opens the index file and brings it up to date. Several processes may do so at once.
 *
 * @param path created with its folder when missing; must lie on a local disk
 * @throws ConfigError when the file cannot be opened or comes from a newer Rafid
 */
export function openDatabase(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const database = new DatabaseSync(path)
    database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA page_size = ${pageBytes}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      PRAGMA mmap_size = ${mappedBytesMax}; PRAGMA cache_size = -${cachedKilobytesMax};
      PRAGMA journal_size_limit = ${logBytesMax}; PRAGMA temp_store = MEMORY;`)
    migrate(database)
    return database
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError([`The index ${path} cannot be opened (${reason}): check the folder and its rights.`])
  }
}

function migrate(database: DatabaseSync): void {
  if (versionOf(database) === layoutVersion) return
  database.exec('BEGIN IMMEDIATE')
  try {
    const version = versionOf(database)
    if (version > layoutVersion) {
      throw new ConfigError([
        `The index is of version ${version}, this Rafid knows up to ${layoutVersion}: upgrade it.`,
      ])
    }
    for (const step of migrations.slice(version)) database.exec(step)
    noteAnalysis(database)
    database.exec(`PRAGMA user_version = ${layoutVersion}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/** Written down once, with the first text: an index whose text was analysed otherwise must be analysed anew. */
function noteAnalysis(database: DatabaseSync): void {
  database.prepare(`INSERT INTO facts VALUES ('analysis', ?) ON CONFLICT DO NOTHING`).run(analysisVersion)
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
}
