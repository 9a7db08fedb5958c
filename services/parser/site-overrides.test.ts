import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@rafid/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSiteOverrides } from './site-overrides.ts'

let dir: string
let lines: object[]
const log = { warn: (fields: object) => void lines.push(fields) }
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-overrides-'))
  lines = []
})
afterEach(() => rmSync(dir, { recursive: true }))

function load(content: string) {
  const path = join(dir, 'overrides.json')
  writeFileSync(path, content)
  return loadSiteOverrides(path, log)
}

function problemsOf(content: string): string {
  try {
    load(content)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((one) => one.replaceAll(dir, '')).join('\n')
    throw error
  }
  return ''
}

describe('an override', () => {
  it('covers its host and all sub-domains, the nearest name first', () => {
    const find = load('{"harbour.example":{"text":".a"},"Sport.Harbour.example":{"text":".b"}}')
    expect(find('https://harbour.example/1').override).toEqual({ text: '.a' })
    expect(find('https://www.harbour.example/1').override).toEqual({ text: '.a' })
    expect(find('https://live.sport.harbour.example/1').override).toEqual({ text: '.b' })
    expect(find('https://otherharbour.example/1')).toEqual({})
    expect(find('https://example/1')).toEqual({})
  })

  it('may name a host in its own script', () => {
    const find = load('{"ميناء.example":{"drop":[".ad"]}}')
    expect(find('https://ميناء.example/1').override).toEqual({ drop: ['.ad'] })
  })

  it('is not there without a file', () => {
    expect(loadSiteOverrides(undefined, log)('https://harbour.example/')).toEqual({})
  })

  it('that matches nothing is noted once a host', () => {
    const find = load('{"harbour.example":{"text":".a","drop":[".b"]}}')
    for (const page of ['1', '2', '3']) {
      const { onUnmatched } = find(`https://www.harbour.example/${page}`)
      onUnmatched?.('.a')
      onUnmatched?.('.b')
    }
    expect(lines).toMatchObject([
      { host: 'harbour.example', selector: '.a' },
      { host: 'harbour.example', selector: '.b' },
    ])
  })
})

describe('a file that cannot be used stops the start with the reason', () => {
  it.each([
    ['{', /^RAFID_EXTRACTION_OVERRIDES="\/overrides\.json" cannot be read: /],
    ['[]', /expected record/],
    ['{"https://harbour.example":{"text":"p"}}', /must be the name of a host, such as news\.example\.$/],
    ['{"harbour.example:80":{"text":"p"}}', /must be the name of a host/],
    ['{"harbour.example":{}}', /harbour\.example: has neither "text" nor "drop"/],
    ['{"harbour.example":{"texts":"p"}}', /harbour\.example: .*texts/],
    ['{"harbour.example":{"text":"p["}}', /harbour\.example → text: "p\[" is no CSS selector/],
    ['{"harbour.example":{"drop":["p",":nope"]}}', /harbour\.example → drop → 1: ":nope" is no CSS selector/],
    ['{"harbour.example":{"text":"p:first"}}', /"p:first" uses a position/],
    ['{"harbour.example":{"text":" "}}', /" " is empty/],
  ])('%s', (content, reason) => {
    expect(problemsOf(content)).toMatch(reason)
  })

  it('with all its problems at once', () => {
    expect(problemsOf('{"a.example":{"text":"["},"b.example":{"drop":"p"}}').split('\n')).toHaveLength(2)
  })

  it('and so does one that is not there', () => {
    expect(() => loadSiteOverrides(join(dir, 'none.json'), log)).toThrow(ConfigError)
  })
})
