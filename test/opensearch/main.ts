import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startOpenSearch } from './start-opensearch.ts'

// npm run test:opensearch [-- VITEST ARGUMENTS…]: what the OpenSearch adapter has to do, against a real cluster: the one of
// OPENSEARCH_URL, or else one of our own.
const root = join(import.meta.dirname, '../..')
const given = process.env['OPENSEARCH_URL']

try {
  const cluster = given === undefined ? await startOwn() : { url: given, stop: async () => {} }
  try {
    process.exitCode = await runSuite(cluster.url)
  } finally {
    await cluster.stop()
  }
} catch (error) {
  console.error(`test:opensearch: ${error instanceof Error ? error.message : String(error)}`)
  console.error(
    'test:opensearch: or set OPENSEARCH_URL to a cluster for tests: indices named rafid-test-… come and go there',
  )
  process.exitCode = 1
}

async function startOwn() {
  console.error('test:opensearch: starting two nodes of OpenSearch on loopback')
  const cluster = await startOpenSearch(join(root, '.rafid/opensearch'), process.env)
  console.error(`test:opensearch: green at ${cluster.url}`)
  return cluster
}

async function runSuite(url: string): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const suites = ['test/integration/search-contract/opensearch', 'packages/search/opensearch']
  const args = ['run', '--project', 'integration', '--project', 'unit', ...suites, ...process.argv.slice(2)]
  const env = { ...process.env, OPENSEARCH_URL: url }
  const child = spawn(process.execPath, [vitest, ...args], { cwd: root, stdio: 'inherit', env })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}
