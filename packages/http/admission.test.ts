import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { codeFrom, loopback } from './loopback.ts'

const net = loopback()
let canary = 0
let canaryHits = 0
let pub = 0

beforeAll(async () => {
  canary = await net.web((_request, response) => {
    canaryHits++
    response.end('internal')
  })
  pub = await net.web((request, response) => {
    const location = decodeURIComponent(request.url?.slice(1) ?? '').replaceAll('CANARY', String(canary))
    if (location === '') response.end('page')
    else response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end('moved')
  })
})

afterEach(() => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- what must never happen, whichever case runs
  expect(canaryHits).toBe(0)
})

afterAll(() => net.close())

const literals = `127.0.0.1 2130706433 0x7f.1 0x7F.0x00.0x00.0x01 0177.0.0.1 127.1 0 0.0.0.0 %31%32%37.0.0.1 [::1] [::]
  [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [::a9fe:a9fe] [64:ff9b::7f00:1] [64:ff9b::a9fe:a9fe] [2002:7f00:1::] [2001:0:1::1]
  169.254.169.254 0xA9FEA9FE [fd00:ec2::254] 100.100.100.200 10.0.0.1 192.168.0.1 172.16.0.1 [fe80::1] [ff02::1] 240.0.0.1
  localhost localhost. LOCALHOST foo.localhost metadata.google.internal printer.local redis`.split(/\s+/)

describe('addresses', () => {
  it.each(literals)('refuses http://%s before any lookup', async (host) => {
    const lookups = net.lookups.length
    const client = net.client([], { ports: [80, canary] })
    expect(await codeFrom(client.get(`http://${host}:${canary}/`))).toBe('PermanentError net.blocked_address')
    expect(net.lookups.length).toBe(lookups)
  })

  it.each([
    ['only a private address', ['127.0.0.1']],
    ['a public and a private address', ['93.184.216.34', '127.0.0.1']],
    ['a public and a private IPv6 address', ['93.184.216.34', '::1']],
    ['a NAT64 address', ['64:ff9b::7f00:1']],
  ])('refuses a name with %s as a whole', async (_name, addresses) => {
    const lookup = async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? (6 as const) : (4 as const) }))
    const client = net.client([], { ports: [canary], lookup })
    expect(await codeFrom(client.get(`http://rebind.test:${canary}/`))).toBe('PermanentError net.blocked_address')
  })

  it('asks the resolver again for every new connection', async () => {
    const client = net.client([], { ports: [canary] })
    const before = net.lookups.length
    await codeFrom(client.get(`http://rebind.test:${canary}/`))
    await codeFrom(client.get(`http://rebind.test:${canary}/`))
    expect(net.lookups.length).toBe(before + 2)
  })

  it('exempts exactly the host and port it was told', async () => {
    const client = net.client([pub], { ports: [80] })
    expect(await codeFrom(client.get(`http://pub.test:${pub}/`))).toBe('fulfilled')
    expect(await codeFrom(client.get(`http://pub.test:${canary}/`))).toBe('PermanentError url.port')
    expect(await codeFrom(client.get(`http://other.test:${pub}/`))).toBe('PermanentError url.port')
  })

  it.each([6379, 22, 25, 9200, 0])('refuses port %i', async (port) => {
    expect(await codeFrom(net.client([]).get(`http://pub.test:${port}/`))).toBe('PermanentError url.port')
  })
})

describe('redirects', () => {
  it.each([
    'http://127.0.0.1:CANARY/',
    'http://0x7f.1:CANARY/',
    'http://rebind.test:CANARY/',
    '//127.0.0.1:CANARY',
    '\\\\127.0.0.1:CANARY\\x',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
    'gopher://127.0.0.1:CANARY/',
    'ftp://pub.test/',
    'http://user:pass@pub.test/',
    'http://a..b/',
  ])('does not follow one to %s', async (location) => {
    const client = net.client([pub], { ports: [80, canary] })
    const code = await codeFrom(client.get(`http://pub.test:${pub}/${encodeURIComponent(location)}`))
    expect(code).toBe('PermanentError net.redirect_blocked')
  })

  it('follows one to another host that may be asked, and tells the hops', async () => {
    const client = net.client([pub])
    const response = await client.get(`http://pub.test:${pub}/${encodeURIComponent(`http://two.test:${pub}/`)}`)
    expect(response.redirects).toEqual([{ status: 302, url: `http://two.test:${pub}/` }])
    expect(response.url).toBe(`http://two.test:${pub}/`)
  })

  it('reads raw UTF-8 in Location', async () => {
    const raw = await net.raw((socket, request) => {
      const end = request.startsWith('GET /%D8%B9%D8%A7%D8%AC%D9%84 ')
      socket.write(`HTTP/1.1 ${end ? '200 OK' : '301 Moved\r\nLocation: /عاجل'}\r\nContent-Length: 0\r\n\r\n`)
    })
    expect((await net.client([raw]).get(`http://pub.test:${raw}/`)).status).toBe(200)
  })
})
