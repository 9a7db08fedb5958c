import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const mainPath = join(import.meta.dirname, 'main.ts')
const scorer = join(import.meta.dirname, '../../../shared/extraction/score.mjs')
const absent = existsSync(scorer) ? '' : ' (skipped: ../shared/extraction is absent)'

/** Loads every extractor before it does anything. */
const timeoutMs = 60_000

const bench = (...args: string[]) => promisify(execFile)(process.execPath, [mainPath, ...args])
const refused = (...args: string[]) =>
  bench(...args).then(
    () => null,
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  )

const sentences = [
  'The ferry to the northern islands will sail twice a day from the first of May, the harbour office announced.',
  'Until now travellers had to wait for high water, which left whole villages without post for most of the week.',
  'A second pier, built over the winter, lets the boats land at any tide and in all but the heaviest weather.',
  'Fares stay as they are, the office said, and islanders who work on the mainland will travel at half the price.',
]

/** A folder of pages in our own words, laid out as the benchmark wants it. */
async function layOutPages(folder: string): Promise<void> {
  const ids = ['harbour/one', 'harbour/two', 'harbour/three']
  await mkdir(join(folder, 'harbour'))
  for (const id of ids) {
    const title = `Ferries sail twice a day: ${id}`
    const html = `<html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${sentences.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
    await writeFile(join(folder, `${id}.html.gz`), gzipSync(html))
    const truth = {
      id,
      set: 'harbour',
      url: `https://news.example/${id}`,
      title,
      body: sentences.join('\n'),
      lang: 'en',
    }
    await writeFile(join(folder, `${id}.json`), JSON.stringify(truth))
  }
  const rows = ids.map((id) => ({ id, set: 'harbour', split: 'dev', lang: 'en', htmlBytes: 900 }))
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(rows))
}

describe('npm run bench', { timeout: timeoutMs }, () => {
  it('shows which benchmarks there are and what one can do', async () => {
    expect((await bench('--help')).stdout).toContain('extraction')
    expect((await bench('extraction', '--help')).stdout).toContain('--speed-only')
  })

  it('refuses a benchmark that does not exist and names those that do', async () => {
    expect(await refused('constructor')).toEqual({
      code: 64,
      stderr:
        'bench: there is no benchmark constructor; there is: dashboard, dedup, extraction, feeds, funnel, hostile, polling, search, window\n',
    })
  })

  it('says which file is missing when there is no data', async () => {
    const answer = await refused('extraction', '--data', '/nowhere')
    expect(answer?.code).toBe(78)
    expect(answer?.stderr).toMatch(/^bench: \S*nowhere\S+manifest\.json is absent.*--data DIR/)
  })
})

describe.skipIf(absent !== '')(`npm run bench -- extraction${absent}`, { timeout: timeoutMs }, () => {
  it('compares extractors on any folder of pages and ends with one line of JSON', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rafid-bench-test-'))
    try {
      const [data, out] = [join(folder, 'pages'), join(folder, 'out')]
      await mkdir(data)
      await layOutPages(data)
      const some = ['--peers', 'readability-linkedom', '--limit', '2', '--out', out, '--json']
      const { stdout } = await bench('extraction', '--data', data, '--split', 'dev', ...some)
      const { bench: name, results, parsing } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
      expect(name).toBe('extraction')
      expect(Object.keys(results)).toEqual(['rafid', 'readability-linkedom'])
      expect(results.rafid).toMatchObject({ pages: 2, threw: 0, empty: 0, sets: { harbour: { n: 2, title: 100 } } })
      expect(results.rafid.pagesPerCpuSecond).toBeGreaterThan(0)
      expect(results.rafid.sizes.bins[0].pages).toBe(2)
      expect(parsing['parse-htmlparser2'].pagesPerCpuSecond).toBeGreaterThan(0)
      const lines = (await readFile(join(out, 'rafid.jsonl'), 'utf8')).trim().split('\n')
      expect(lines).toHaveLength(2)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
