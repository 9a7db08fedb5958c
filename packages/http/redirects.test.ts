import { afterAll, expect, it } from 'vitest'

import { codeFrom, loopback } from './loopback.ts'

const net = loopback()
afterAll(() => net.close())

async function redirecting(headers: (path: string) => string): Promise<(path: string) => Promise<string>> {
  const port = await net.raw((socket, request) => {
    const path = request.split(' ')[1] ?? ''
    const lines = headers(path)
    socket.write(
      lines === ''
        ? 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'
        : `HTTP/1.1 302 Found\r\n${lines}Content-Length: 0\r\n\r\n`,
    )
  })
  const client = net.client([port])
  return (path) => codeFrom(client.get(`http://pub.test:${port}${path}`))
}

it('follows five and not six', async () => {
  const get = await redirecting((path) => (path === '/0' ? '' : `Location: /${Number(path.slice(1)) - 1}\r\n`))
  expect(await get('/5')).toBe('fulfilled')
  expect(await get('/6')).toBe('PermanentError net.too_many_redirects')
})

it.each([
  ['to itself', () => 'Location: /a\r\n'],
  ['between two URLs', (path: string) => `Location: /${path === '/a' ? 'b' : 'a'}\r\n`],
  ['with a changing query', (path: string) => `Location: ${path}x\r\n`],
])('stops in a loop %s', async (_name, headers) => {
  const get = await redirecting(headers)
  expect(await get('/a')).toBe('PermanentError net.too_many_redirects')
})

it.each([
  ['no Location', 'X: y\r\n', 'http.framing'],
  ['a Location that is no URL', 'Location: http://exa mple/\r\n', 'http.framing'],
  ['two Locations', 'Location: /a\r\nLocation: /b\r\n', 'http.framing'],
  ['a NUL in Location', 'Location: /a\0b\r\n', 'http.framing'],
  ['a Location of 100 KB', `Location: /${'a'.repeat(100_000)}\r\n`, 'http.headers_too_large'],
])('refuses a redirect with %s', async (_name, lines, code) => {
  const get = await redirecting((path) => (path === '/a' ? lines : ''))
  expect(await get('/a')).toBe(`PermanentError ${code}`)
})

it('keeps the socket of a redirect with a body', async () => {
  let connections = 0
  const port = await net.web((request, response) => {
    if (request.url === '/end') response.end('ok')
    else response.writeHead(301, { location: '/end' }).end('moved'.repeat(1_000))
  })
  const counted = await net.raw((socket, request, connection) => {
    connections = connection
    if (request.includes('/end')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
    else socket.write('HTTP/1.1 301 Moved\r\nLocation: /end\r\nContent-Length: 5\r\n\r\nmoved')
  })
  const client = net.client([port, counted])
  expect((await client.get(`http://pub.test:${port}/`)).status).toBe(200)
  await client.get(`http://pub.test:${counted}/`)
  expect(connections).toBe(1)
})
