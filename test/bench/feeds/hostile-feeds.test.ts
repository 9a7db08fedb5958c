import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CodedError } from '@rafid/errors'
import { describe, expect, it } from 'vitest'
import { attackNames, loadAttack } from './corpus.ts'
import { ownAttacks } from './own-attacks.ts'
import type { LoadedFeed } from './peer.ts'
import { rafid } from './rafid.ts'

/** What a worker does not die of at a hundredth of the size is measured at full size by the benchmark. */
const scale = 0.01
/** A machine may be busy with anything else. */
const generousMs = 120_000
const folder = join(import.meta.dirname, '../../../../shared/feeds')
const isThere = existsSync(join(folder, 'attacks'))

function outcomeOf(feed: LoadedFeed): string {
  try {
    return rafid.modelOf(rafid.read(feed), feed).entries.length <= 500 ? 'read' : 'too many entries'
  } catch (error) {
    return error instanceof CodedError ? 'refused' : String(error)
  }
}

describe('hostile feeds', () => {
  it.each([...ownAttacks])(
    '%s ends with entries or a coded error',
    (_name, make) => {
      const feed = { bytes: make(scale), contentType: null, url: 'https://feeds.invalid/attack' }
      expect(outcomeOf(feed)).toMatch(/^(?:read|refused)$/)
    },
    generousMs,
  )
})

const absent = isThere ? '' : ' (skipped: the folder is absent)'

describe.skipIf(!isThere)(`hostile feeds of the folder beside the checkout${absent}`, () => {
  it.each(isThere ? attackNames(folder) : ['none'])(
    '%s ends with entries or a coded error',
    (name) => {
      expect(outcomeOf(loadAttack(folder, name))).toMatch(/^(?:read|refused)$/)
    },
    generousMs,
  )
})
