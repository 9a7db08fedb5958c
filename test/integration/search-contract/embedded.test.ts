import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader, openWriter } from '@rafid/search'
import { describe } from 'vitest'
import { contractSuite } from './contract-suite.ts'
import type { IndexUnderTest } from './index-under-test.ts'

describe('the embedded index', () => {
  contractSuite(openEmbedded)
})

async function openEmbedded(): Promise<IndexUnderTest> {
  const dir = await mkdtemp(join(tmpdir(), 'rafid-contract-'))
  const path = join(dir, 'index.db')
  const writer = openWriter(path)
  const reader = openReader(path)
  return {
    writer,
    reader,
    openWriter: () => openWriter(path),
    refresh: async () => {},
    async dispose() {
      await writer.close()
      await reader.close()
      await rm(dir, { recursive: true })
    },
  }
}
