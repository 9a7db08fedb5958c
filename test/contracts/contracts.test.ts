import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jobs } from '@rafid/contracts'
import { envelope } from '@rafid/pipeline'
import { describe, expect, it } from 'vitest'

/** One payload of every released shape, named `job.version.json`. They are never changed, only added to. */
const fixtures = join(import.meta.dirname, 'fixtures')
const files = readdirSync(fixtures)

/** Larger facts travel as documents. */
const payloadBytesMax = 4_096

describe.each(jobs)('$name', (job) => {
  const own = files.filter((file) => file.startsWith(`${job.name}.`))

  it('has a payload of a release to be read', () => {
    expect(own.length).toBeGreaterThan(0)
  })

  it.each(own)('still reads %s', (file) => {
    const text = readFileSync(join(fixtures, file), 'utf8')
    const { payload } = envelope.parse(JSON.parse(text))
    const read = job.schema.parse(payload)
    expect(read).toEqual(payload)
    expect(job.key(read)).not.toBe('')
    expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThan(payloadBytesMax)
  })
})
