import { expect, it } from 'vitest'
import { rafidIn } from '../support/run-rafid.ts'

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

it('shows every setting with where it is from, and no secret', { timeout }, async () => {
  const rafid = rafidIn({
    RAFID_PORT: '4000',
    RAFID_TOKEN: 'hush-hush-hush-hush-hush-hush',
    RAFID_DATA_DIR: '/nowhere',
  })
  const { code, text } = await rafid('config')
  expect(code).toBe(0)
  expect(text).toMatch(/^RAFID_PORT +4000 +3700 +environment$/m)
  expect(text).toMatch(/^RAFID_LOCK_MS +15000 +15000 +default$/m)
  expect(text).not.toContain('hush')
  const wrong = await rafidIn({ RAFID_PROT: '1', RAFID_TOKEN: 'hush' })('config', '--json')
  expect(wrong.code).toBe(1)
  expect((JSON.parse(wrong.text) as { problems: string[] }).problems).toEqual([
    'RAFID_PROT is not a setting of Rafid. Did you mean RAFID_PORT?',
    'RAFID_TOKEN="…" is not usable: must have 24 characters or more.',
  ])
})
