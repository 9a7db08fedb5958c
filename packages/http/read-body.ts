import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'

import { CodedError, PermanentError, TransientError } from '@rafid/errors'

import type { HttpLimits } from './http-limits.ts'

// RFC 9659: a frame that asks for a larger window than 8 MB is not fit for the web.
const zstdWindowLogMax = 23

/** Advertised to servers. Not `deflate`: half of those who send it mean another format than the standard. */
export const acceptEncoding = 'gzip, br, zstd'

/**
 * Reads a body to its end and undoes its Content-Encoding, within a budget at every step of the chain.
 *
 * @param body as it comes from the wire; destroyed on failure
 * @param contentEncoding header value, the order in which encodings were applied
 * @throws PermanentError `body.encoding_chain`, `body.encoding_corrupt`, `body.too_large`, `body.decoded_too_large`;
 *   TransientError `body.encoding_corrupt` when compressed data ends too early; whatever `body` fails with
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | null,
  limits: HttpLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const wire = wireMeter(limits)
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  const decoders = decodersFor(contentEncoding, limits)
  const culprit = firstToFail([body, ...decoders])
  try {
    const steps = decoders.flatMap((decoder) => [decoder, decodedMeter(wire, limits)])
    await pipeline([body, wire.stream, ...steps, sink])
  } catch (error) {
    if (error instanceof CodedError || culprit() === body) throw error
    // Servers announce gzip for answers without a body, too.
    if (wire.bytes() > 0) throw corrupt(error)
  }
  return Buffer.concat(chunks)
}

/** A pipeline hands one stream's error to all the others, so that afterwards nobody could tell whose it was. */
function firstToFail(streams: readonly Readable[]): () => Readable | undefined {
  let first: Readable | undefined
  for (const stream of streams) stream.once('error', () => (first ??= stream))
  return () => first
}

type Meter = { stream: Transform; bytes: () => number }

function wireMeter(limits: HttpLimits): Meter {
  return meter((bytes) => {
    if (bytes <= limits.wireBytesMax) return undefined
    return new PermanentError('body.too_large', `body of more than ${limits.wireBytesMax} bytes`)
  })
}

function decodedMeter(wire: Meter, limits: HttpLimits): Transform {
  return meter((bytes) => {
    const ratioExceeded = bytes > limits.ratioFloorBytes && bytes > wire.bytes() * limits.ratioMax
    if (bytes <= limits.decodedBytesMax && !ratioExceeded) return undefined
    return new PermanentError('body.decoded_too_large', `${wire.bytes()} bytes unpack to ${bytes} and more`)
  }).stream
}

function meter(refusal: (bytes: number) => Error | undefined): Meter {
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      const error = refusal(bytes)
      if (error) done(error)
      else done(null, chunk)
    },
  })
  return { stream, bytes: () => bytes }
}

function decodersFor(contentEncoding: string | null, limits: HttpLimits): Transform[] {
  const names = (contentEncoding ?? '')
    .split(',', 1_000)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > limits.encodingsMax) {
    throw new PermanentError('body.encoding_chain', `${names.length} content encodings on top of one another`)
  }
  return names.toReversed().map(decoderFor)
}

function decoderFor(name: string): Transform {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    case 'zstd':
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLogMax } })
    default:
      throw new PermanentError('body.encoding_corrupt', `unknown content encoding ${name.slice(0, 40)}`)
  }
}

function corrupt(cause: unknown): Error {
  const endedEarly = cause instanceof Error && 'code' in cause && cause.code === 'Z_BUF_ERROR'
  const message = cause instanceof Error ? cause.message : 'broken compressed data'
  return endedEarly
    ? new TransientError('body.encoding_corrupt', message, { cause })
    : new PermanentError('body.encoding_corrupt', message, { cause })
}
