import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const mainPath = join(import.meta.dirname, '../main.ts')
const scorer = join(import.meta.dirname, '../../../../shared/search/score.mjs')
const absent = existsSync(scorer) ? '' : ' (skipped: ../shared/search is absent)'

const docs = [
  {
    id: 'd1',
    lang: 'en',
    src: 'harbour',
    title: 'Ferries',
    body: 'The ferries to the northern islands sail twice a day from May.',
  },
  {
    id: 'd2',
    lang: 'en',
    src: 'harbour',
    title: 'Pier',
    body: 'A second pier was built over the winter, and boats land at any tide.',
  },
  {
    id: 'd3',
    lang: 'ar',
    src: 'harbour',
    title: 'العبارات',
    body: 'تبحر العبارات إلى الجزر الشمالية مرتين في اليوم ابتداء من مايو.',
  },
  {
    id: 'd4',
    lang: 'ar',
    src: 'harbour',
    title: 'الرصيف',
    body: 'بني رصيف ثان خلال الشتاء وصارت القوارب ترسو في كل وقت.',
  },
]
const queries = [
  { id: 'q1', lang: 'en', task: 'qa', text: 'when does the ferry sail' },
  { id: 'q2', lang: 'ar', task: 'qa', text: 'متى تبحر العبارة' },
]

function layOut(folder: string): void {
  const lines = (rows: readonly object[]) => gzipSync(rows.map((row) => JSON.stringify(row)).join('\n'))
  writeFileSync(join(folder, 'docs.jsonl.gz'), lines(docs))
  writeFileSync(join(folder, 'queries.jsonl.gz'), lines(queries))
  writeFileSync(join(folder, 'qrels.tsv.gz'), gzipSync('q1\td1\t1\nq2\td3\t1\n'))
  copyFileSync(scorer, join(folder, 'score.mjs'))
}

describe.skipIf(absent !== '')(`npm run bench -- search${absent}`, { timeout: 120_000 }, () => {
  it('compares engines on any folder of documents and queries, times a small index, and ends with one line of JSON', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rafid-bench-test-'))
    try {
      layOut(folder)
      const args = [
        mainPath,
        'search',
        '--data',
        folder,
        '--peers',
        'fts5',
        '--size',
        '50',
        '--hostile',
        '40',
        '--json',
      ]
      const { stdout } = await promisify(execFile)(process.execPath, args)
      const { bench, results } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
      expect(bench).toBe('search')
      expect(results.rafid).toMatchObject({ macroMrr: 1, rows: { 'ar/qa': { n: 1, mrr10: 1 }, 'en/qa': { n: 1 } } })
      expect(Object.keys(results)).toEqual(['rafid', 'fts5'])
      expect(results.rafid.sizes[0]).toMatchObject({ articles: 50, hostile: { asked: 40 } })
      expect(results.rafid.sizes[0].eightWhileWriting['newest list'].p95Ms).toBeGreaterThan(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
