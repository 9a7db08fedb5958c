import { setImmediate } from 'node:timers/promises'

import { afterAll, describe, expect, it } from 'vitest'

import { codeFrom, loopback } from './loopback.ts'

const net = loopback()
afterAll(() => net.close())

/** A client's `get` of a server that answers every request with these bytes. */
async function answering(answer: string | Buffer, limits = {}, after?: 'end' | 'destroy') {
  const port = await net.raw((socket) => {
    socket.write(answer)
    if (after === 'end') socket.end()
    // The bytes are on their way when the write returns on loopback; end() first so that they are not discarded.
    if (after === 'destroy') socket.destroySoon()
  })
  const client = net.client([port], { limits })
  return () => client.get(`http://pub.test:${port}/feed?api_key=s3cret`)
}

describe('an answer', () => {
  it('comes with body, validators and caching hints', async () => {
    const port = await net.web((request, response) => {
      response.writeHead(200, {
        'content-type': 'text/xml; charset=utf-8',
        etag: '"v1"',
        'last-modified': 'Sat, 01 Mar 2025 10:00:00 GMT',
        'cache-control': 'max-age=60',
        expires: '0',
        'retry-after': '7',
      })
      response.end(JSON.stringify(request.headers))
    })
    const response = await net
      .client([port], { userAgent: 'Test/1' })
      .get(`http://pub.test:${port}/feed#x`, { accept: 'text/xml' })
    expect(response).toMatchObject({
      url: `http://pub.test:${port}/feed`,
      status: 200,
      contentType: 'text/xml; charset=utf-8',
      etag: '"v1"',
      lastModified: 'Sat, 01 Mar 2025 10:00:00 GMT',
      cacheControl: 'max-age=60',
      expires: '0',
      retryAfterMs: 7_000,
      redirects: [],
    })
    const sent = JSON.parse(Buffer.from(response.body).toString())
    expect(sent).toMatchObject({ 'user-agent': 'Test/1', accept: 'text/xml', 'accept-encoding': 'gzip, br, zstd' })
    expect(Object.keys(sent)).not.toContain('cookie')
  })

  it('is 304 only when validators were sent, byte for byte', async () => {
    const port = await net.web((request, response) => {
      response.writeHead(304, { 'x-seen': 'y', etag: request.headers['if-none-match'] ?? '"other"' }).end()
    })
    const client = net.client([port])
    const response = await client.get(`http://pub.test:${port}/`, {
      validators: { etag: 'W/"a b"', lastModified: null },
    })
    expect(response).toMatchObject({ status: 304, etag: 'W/"a b"' })
    expect(response.body.length).toBe(0)
    expect(await codeFrom(client.get(`http://pub.test:${port}/`))).toBe('PermanentError http.status')
  })

  it.each(['"a\r\nX: y"', '"é"', `"${'a'.repeat(2_000)}"`, '"\u0000"'])(
    'does not send the validator %j',
    async (etag) => {
      const port = await net.web((request, response) => response.end(String(request.headers['if-none-match'])))
      const response = await net.client([port]).get(`http://pub.test:${port}/`, { validators: { etag } })
      expect(Buffer.from(response.body).toString()).toBe('undefined')
    },
  )

  it.each(['"é"', `"${'a'.repeat(2_000)}"`])('does not return the validator %j', async (etag) => {
    const get = await answering(`HTTP/1.1 200 OK\r\nETag: ${etag}\r\nContent-Length: 1\r\n\r\nx`)
    expect((await get()).etag).toBeNull()
  })
})

describe('framing', () => {
  it.each([
    [
      'headers of 40 KB',
      `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
      'PermanentError http.headers_too_large',
    ],
    [
      '5,000 headers',
      `HTTP/1.1 200 OK\r\n${'A: 1234567\r\n'.repeat(5_000)}\r\n`,
      'PermanentError http.headers_too_large',
    ],
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'PermanentError http.framing',
    ],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
      'PermanentError http.framing',
    ],
    ['a NUL in a header', 'HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n', 'PermanentError http.framing'],
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n', 'PermanentError http.framing'],
    [
      'a broken chunk size',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'PermanentError http.framing',
    ],
  ])('refuses %s', async (_name, answer, code) => {
    const get = await answering(answer)
    expect(await codeFrom(get())).toBe(code)
  })

  it.each([
    ['a body shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc'],
    ['cut chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab'],
  ])('calls %s truncated', async (_name, answer) => {
    expect(await codeFrom((await answering(answer, {}, 'end'))())).toBe('TransientError body.truncated')
    expect(await codeFrom((await answering(answer, {}, 'destroy'))())).toBe('TransientError body.truncated')
  })

  it('reports an error status even when the body behind it is endless or corrupt', async () => {
    const corrupt = await answering(
      'HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc',
    )
    expect(await corrupt()).toMatchObject({ status: 503, retryAfterMs: 9_000 })
    const huge = await answering('HTTP/1.1 404 Gone\r\nContent-Length: 10000000000\r\n\r\nabc')
    expect((await huge()).status).toBe(404)
  })

  it('refuses an announced 10 GB unread', async () => {
    const get = await answering('HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n')
    expect(await codeFrom(get())).toBe('PermanentError body.too_large')
  })

  it('stops reading an endless body', async () => {
    const port = await net.web((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more)
      more()
    })
    expect(await codeFrom(net.client([port]).get(`http://pub.test:${port}/`))).toBe('PermanentError body.too_large')
  })
})

describe('time', () => {
  it('ends a slow drip at the total deadline', async () => {
    const port = await net.web((_request, response) => {
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const client = net.client([port], { limits: { totalTimeoutMs: 200 } })
    expect(await codeFrom(client.get(`http://pub.test:${port}/`))).toBe('TransientError net.deadline')
  })

  it.each([
    ['silence', ''],
    ['endless headers', 'HTTP/1.1 200 OK\r\nX: '],
    ['a flood of interim answers', 'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'.repeat(50)],
  ])('ends %s at the total deadline', async (_name, answer) => {
    const get = await answering(answer, { totalTimeoutMs: 200 })
    expect(await codeFrom(get())).toBe('TransientError net.deadline')
  })

  it('rejects with the reason of the caller who aborts', async () => {
    const controller = new AbortController()
    const reason = new Error('job timed out')
    const port = await net.web(() => controller.abort(reason))
    const client = net.client([port])
    await expect(client.get(`http://pub.test:${port}/`, { signal: controller.signal })).rejects.toBe(reason)
    await expect(client.get(`http://pub.test:${port}/`, { signal: controller.signal })).rejects.toBe(reason)
  })
})

describe('connecting', () => {
  it.each([
    ['an error', () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))],
    ['no address', () => Promise.resolve([])],
    ['silence', () => new Promise<never>(() => {})],
  ])('calls %s of the resolver net.dns', async (_name, lookup) => {
    const client = net.client([80], { lookup, limits: { dnsTimeoutMs: 50 } })
    expect(await codeFrom(client.get('http://pub.test/'))).toBe('TransientError net.dns')
  })

  it('calls a refused connection net.connect', async () => {
    const port = await net.web(() => {})
    const other = loopback()
    const gone = await other.web(() => {})
    await other.close()
    expect(gone).not.toBe(port)
    expect(await codeFrom(net.client([gone]).get(`http://pub.test:${gone}/`))).toBe('TransientError net.connect')
  })

  it('calls a reset before any answer net.connect', async () => {
    const port = await net.raw((socket) => socket.resetAndDestroy())
    expect(await codeFrom(net.client([port]).get(`http://pub.test:${port}/`))).toBe('TransientError net.connect')
  })

  it('calls a server without TLS on an https URL net.tls', async () => {
    const port = await net.raw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await codeFrom(net.client([port]).get(`https://pub.test:${port}/`))).toBe('TransientError net.tls')
  })

  it.each(['resetAndDestroy', 'destroy'] as const)(
    'tries once more when a kept socket turns out dead (%s)',
    async (how) => {
      let requests = 0
      const port = await net.raw((socket, _request, connection) => {
        requests++
        if (connection === 1 && requests > 1) socket[how]()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      })
      const client = net.client([port])
      await client.get(`http://pub.test:${port}/`)
      await setImmediate()
      expect(await codeFrom(client.get(`http://pub.test:${port}/`))).toBe('fulfilled')
      expect(requests).toBe(3)
    },
  )

  it('does not repeat a secret of the URL in its messages', async () => {
    const get = await answering('nonsense\r\n\r\n')
    await expect(get()).rejects.toThrow(/^(?!.*s3cret).*pub\.test/)
  })
})
