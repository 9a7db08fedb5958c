import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '@rafid/errors'
import { ArticleTable } from './article-table.ts'
import { openDatabase } from './open-database.ts'
import { articlesToReindex, beginReindex, reindexSome } from './reindex.ts'
import { shelvesOf, tableOf } from './shelves.ts'
import { WriteQueue } from './write-queue.ts'

/** Between two words on how far it is, in milliseconds. */
const progressEveryMs = 500

/**
 * Makes the text tables of an index file anew from its articles while others read and write.
 *
 * @param onProgress told now and then how many articles are done, of how many
 * @returns how many articles there are
 * @throws ConfigError when there is no such file
 */
export async function reindexFile(path: string, onProgress: (done: number, all: number) => void): Promise<number> {
  const database = openExisting(path)
  const table = new ArticleTable(database)
  const queue = new WriteQueue(database, () => table.forgetState())
  try {
    const all = Number(database.prepare('SELECT count(*) AS count FROM articles').get()?.['count'])
    await queue.run(() => beginReindex(database))
    let toldMs = performance.now()
    while ((await queue.run(() => reindexSome(database, table))) > 0) {
      if (performance.now() - toldMs < progressEveryMs) continue
      toldMs = performance.now()
      // A writer that opened the file meanwhile may have done a part.
      onProgress(Math.max(0, all - articlesToReindex(database)), all)
    }
    return all
  } finally {
    database.close()
  }
}

/**
 * Writes a copy of an index file, as of one moment and without gaps, while others read and write.
 *
 * @param target a file that is not there yet
 * @throws ConfigError when there is no index, or the target is there already or cannot be written
 */
export function backupFile(path: string, target: string): void {
  const database = openExisting(path)
  try {
    if (existsSync(target)) throw new ConfigError([`${target} is there already: name a file that is not.`])
    database.prepare('VACUUM INTO ?').run(target)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError([
      `The copy ${target} cannot be written (${reason}): check the folder, its rights and its room.`,
    ])
  } finally {
    database.close()
  }
}

/**
 * Checks that an index file is sound: its pages, its text tables, and that every article stands in them once.
 *
 * @returns what is wrong, in words for the log; nothing for a sound file
 * @throws ConfigError when there is no such file
 */
export function checkFile(path: string): string[] {
  const database = openExisting(path)
  try {
    const pages = database
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => String(row['integrity_check']))
    return [...pages.filter((line) => line !== 'ok'), ...textFaults(database), ...countFaults(database)]
  } finally {
    database.close()
  }
}

function textFaults(database: DatabaseSync): string[] {
  return shelvesOf(database).flatMap(({ name }) => {
    const table = tableOf(name)
    try {
      database.exec(`INSERT INTO ${table}(${table}) VALUES ('integrity-check')`)
      return []
    } catch (error) {
      return [`${table}: ${error instanceof Error ? error.message : String(error)}`]
    }
  })
}

/** Rows of articles, of their data and of their texts are the same rows. */
function countFaults(database: DatabaseSync): string[] {
  const count = (sql: string): number => Number(database.prepare(sql).get()?.['count'])
  const articles = count('SELECT count(*) AS count FROM articles')
  const faults = [
    [
      'articles without data',
      count('SELECT count(*) AS count FROM articles WHERE rid NOT IN (SELECT rid FROM article_data)'),
    ],
    [
      'articles without words',
      count('SELECT count(*) AS count FROM articles WHERE rid NOT IN (SELECT rid FROM article_terms)'),
    ],
    [
      'words without articles',
      count('SELECT count(*) AS count FROM article_terms WHERE rid NOT IN (SELECT rid FROM articles)'),
    ],
    [
      'data without articles',
      count('SELECT count(*) AS count FROM article_data WHERE rid NOT IN (SELECT rid FROM articles)'),
    ],
  ] as const
  const shelves = shelvesOf(database)
  const onShelves = shelves.reduce((sum, shelf) => sum + shelf.articles, 0)
  const texts = shelves.flatMap(({ name, articles: there }) => {
    const rows = count(`SELECT count(*) AS count FROM ${tableOf(name)}`)
    const strangers = count(
      `SELECT count(*) AS count FROM articles WHERE shelf = '${name}' AND rid NOT IN (SELECT rowid FROM ${tableOf(name)})`,
    )
    return [
      ...(rows === there ? [] : [`${tableOf(name)} has ${rows} texts, its shelf ${there} articles`]),
      ...(strangers === 0 ? [] : [`${strangers} articles of the shelf ${name} have no text`]),
    ]
  })
  return [
    ...faults.flatMap(([what, number]) => (number === 0 ? [] : [`${number} ${what}`])),
    ...(onShelves === articles ? [] : [`${articles} articles, ${onShelves} on shelves`]),
    ...texts,
  ]
}

/** A name that was mistyped must not make an empty index. */
function openExisting(path: string): DatabaseSync {
  if (!existsSync(path)) throw new ConfigError([`There is no index at ${path}: set RAFID_DATA_DIR.`])
  return openDatabase(path)
}
