import { randomUUID } from 'node:crypto'
import { openOpenSearchReader, openOpenSearchWriter } from '@rafid/search'
import { describe } from 'vitest'
import { contractSuite } from './contract-suite.ts'
import type { IndexUnderTest } from './index-under-test.ts'

const url = process.env['OPENSEARCH_URL']

const absent = url === undefined ? ' (skipped: set OPENSEARCH_URL, or run npm run test:opensearch)' : ''

describe.skipIf(url === undefined)(`the OpenSearch index${absent}`, () => {
  contractSuite(() => openOpenSearch(url ?? ''))
})

async function openOpenSearch(cluster: string): Promise<IndexUnderTest> {
  const name = `rafid-test-${randomUUID().slice(0, 8)}`
  const writer = openOpenSearchWriter({ url: cluster, name })
  const reader = openOpenSearchReader({ url: cluster, name })
  return {
    writer,
    reader,
    openWriter: () => openOpenSearchWriter({ url: cluster, name }),
    refresh: () => ask('POST', `/${name}-*/_refresh`),
    async dispose() {
      await writer.close()
      await reader.close()
      await ask('DELETE', `/${name}-*`)
      await ask('DELETE', `/_index_template/${name}-*`)
    },
  }

  async function ask(method: string, path: string): Promise<void> {
    const answer = await fetch(`${cluster}${path}`, { method })
    await answer.body?.cancel()
  }
}
