import { Readable } from 'node:stream'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'

import { CodedError } from '@rafid/errors'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { defaultLimits } from './http-limits.ts'
import { codeFrom } from './loopback.ts'
import { readBody } from './read-body.ts'

const limits = { ...defaultLimits, wireBytesMax: 200_000, decodedBytesMax: 4_000_000 }
const text = Buffer.from('خبر عاجل '.repeat(100))
const read = (body: Uint8Array, encoding: string | null) => readBody(Readable.from([body]), encoding, limits)

describe('readBody', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', Buffer.concat([gzipSync(text), Buffer.alloc(512)])],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', text],
    [null, text],
  ])('undoes %s', async (encoding, body) => {
    expect(Buffer.from(await read(body, encoding))).toEqual(text)
  })

  it.each(['gzip', 'br', 'zstd', 'deflate'])(
    'takes an empty body for empty, whatever it is said to be (%s)',
    async (encoding) => {
      expect((await readBody(Readable.from([]), encoding, limits)).length).toBe(0)
    },
  )

  it.each(['gzip, gzip, gzip, gzip, gzip, gzip', 'gzip,'.repeat(2_000)])(
    'refuses a chain of encodings',
    async (encoding) => {
      expect(await codeFrom(read(gzipSync(text), encoding))).toBe('PermanentError body.encoding_chain')
    },
  )

  it.each([
    ['plain text as gzip', text, 'gzip'],
    ['plain text as br', text, 'br'],
    ['plain text as zstd', text, 'zstd'],
    ['gzip with garbage after its end', Buffer.concat([gzipSync(text), Buffer.from('garbage')]), 'gzip'],
    ['an unknown encoding', text, 'foo'],
    ['deflate without its header', deflateRawSync(text), 'deflate'],
  ])('calls %s corrupt', async (_name, body, encoding) => {
    expect(await codeFrom(read(body, encoding))).toBe('PermanentError body.encoding_corrupt')
  })

  it('hopes for a better copy of compressed data that ends early', async () => {
    expect(await codeFrom(read(gzipSync(text).subarray(0, 40), 'gzip'))).toBe('TransientError body.encoding_corrupt')
  })

  const zeros = Buffer.alloc(50_000_000)
  it.each([
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['zstd', zstdCompressSync(zeros)],
  ])('stops a bomb in %s', async (encoding, body) => {
    expect(await codeFrom(read(body, encoding))).toBe('PermanentError body.decoded_too_large')
  })

  it('stops a bomb whose outer layer alone explodes', async () => {
    const members = Buffer.concat(Array.from({ length: 2_000 }, () => gzipSync('')))
    const body = gzipSync(Buffer.concat(Array.from({ length: 200 }, () => members)))
    expect(await codeFrom(read(body, 'gzip, gzip'))).toBe('PermanentError body.decoded_too_large')
  })

  it('stops at the bytes on the wire', async () => {
    expect(await codeFrom(read(Buffer.alloc(200_001), null))).toBe('PermanentError body.too_large')
  })

  it('fails with nothing but coded errors on any bytes', async () => {
    const encoding = fc.constantFrom('gzip', 'br', 'zstd', 'deflate', 'gzip, br', 'x')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 100 }), encoding, async (bytes, of) => {
        const result: unknown = await read(bytes, of).catch((error: unknown) => error)
        expect(result instanceof Uint8Array || result instanceof CodedError).toBe(true)
      }),
    )
  })
})
