import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { codeFrom, loopback } from './loopback.ts'

const net = loopback()
let asked: string[] = []
let internal = 0
let proxyPort = 0

// A forward proxy that answers for every host itself, and opens a tunnel to tunnel.example.com only.
function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = request.url ?? ''
  asked.push(`${request.method} ${url} ${request.headers.host} ${request.headers['proxy-authorization'] ?? '-'}`)
  const path = URL.canParse(url) ? new URL(url).pathname : 'not absolute'
  if (path === '/feed') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('feed'))
  else if (path === '/moved') response.writeHead(301, { location: 'http://other.example.com/feed' }).end()
  else if (path === '/inside') response.writeHead(302, { location: `http://127.0.0.1:${internal}/` }).end()
  else if (path === '/long') response.writeHead(200, { x: 'a'.repeat(40_000) }).end()
  else response.writeHead(path === '/407' ? 407 : 404).end()
}

function tunnel(request: IncomingMessage, socket: Duplex): void {
  asked.push(`CONNECT ${request.url}`)
  const open = request.url === 'tunnel.example.com:443'
  socket.on('error', () => socket.destroy())
  socket.write(`HTTP/1.1 ${open ? '200 Connection Established' : '502 Bad Gateway'}\r\n\r\n`)
  if (open) socket.once('data', () => socket.end('no TLS here'))
  else socket.end()
}

beforeAll(async () => {
  internal = await net.web((_request, response) => response.end('internal'))
  proxyPort = await net.web(answer, tunnel)
})
beforeEach(() => {
  asked = []
})
afterAll(() => net.close())

const client = (options = {}) => net.client([], { proxy: `http://127.0.0.1:${proxyPort}`, ...options })

describe('through a proxy', () => {
  it('asks for http targets in absolute form, without a tunnel and without resolving the name', async () => {
    const lookups = net.lookups.length
    const response = await client().get('http://pub.example.com/feed')
    expect(Buffer.from(response.body).toString()).toBe('feed')
    expect(asked).toEqual(['GET http://pub.example.com/feed pub.example.com -'])
    expect(net.lookups.length).toBe(lookups)
  })

  it('asks for https targets through CONNECT', async () => {
    expect(await codeFrom(client().get('https://tunnel.example.com/'))).toBe('TransientError net.tls')
    expect(await codeFrom(client().get('https://pub.example.com/'))).toBe('TransientError net.connect')
    expect(asked).toEqual(['CONNECT tunnel.example.com:443', 'CONNECT pub.example.com:443'])
  })

  it('shows the proxy its credentials, and nobody else', async () => {
    await client({ proxy: `http://me:s3cret@127.0.0.1:${proxyPort}` }).get('http://pub.example.com/feed')
    expect(asked).toEqual([`GET http://pub.example.com/feed pub.example.com Basic ${btoa('me:s3cret')}`])
  })

  it('follows redirects by asking the proxy again', async () => {
    const response = await client().get('http://pub.example.com/moved')
    expect(response.redirects).toEqual([{ status: 301, url: 'http://other.example.com/feed' }])
  })

  it.each([
    'http://127.0.0.1/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://localhost/',
    'http://a.localhost/',
    'http://redis/',
    'http://169.254.169.254/',
  ])('still refuses %s itself', async (url) => {
    expect(await codeFrom(client().get(url))).toBe('PermanentError net.blocked_address')
    expect(asked).toEqual([])
  })

  it('still refuses other schemes, ports and credentials', async () => {
    expect(await codeFrom(client().get('ftp://pub.example.com/'))).toBe('PermanentError url.scheme')
    expect(await codeFrom(client().get('http://pub.example.com:6379/'))).toBe('PermanentError url.port')
    expect(await codeFrom(client().get('http://a:b@pub.example.com/'))).toBe('PermanentError url.credentials')
    expect(asked).toEqual([])
  })

  it('does not let a stranger redirect to what the operator exempted', async () => {
    const exempting = client({ allow: [{ host: '127.0.0.1', port: internal }] })
    expect(await codeFrom(exempting.get('http://pub.example.com/inside'))).toBe('PermanentError net.redirect_blocked')
    expect(asked.length).toBe(1)
  })

  it('limits headers', async () => {
    expect(await codeFrom(client().get('http://pub.example.com/long'))).toBe('PermanentError http.headers_too_large')
  })

  it('calls a proxy that wants other credentials, or is not there, net.connect', async () => {
    expect(await codeFrom(client().get('http://pub.example.com/407'))).toBe('TransientError net.connect')
    const other = loopback()
    const gone = await other.web(() => {})
    await other.close()
    expect(await codeFrom(client({ proxy: `http://127.0.0.1:${gone}` }).get('http://pub.example.com/'))).toBe(
      'TransientError net.connect',
    )
  })
})
