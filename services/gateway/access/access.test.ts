import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { guard } from './guard.ts'
import type { Access } from './guard.ts'
import { loginRoutes } from './login-routes.ts'
import { isSession, makeSession, sessionMs } from './session.ts'
import { viewOf } from '../pages/view.ts'

const token = 'a-secret-of-thirty-characters-'
const now = new Date('2026-01-10T12:00:00Z')

function site(access: Access): Hono {
  const app = new Hono()
  app.use(guard(access, () => now))
  loginRoutes(app, access, (context) =>
    viewOf(context, {
      now,
      assets: { css: '/assets/a.css', js: '', icon: '', chart: '', chartLibrary: '', chartCss: '' },
    }),
  )
  app.all('*', (context) => context.text('let in'))
  return app
}

const closed = site({ token, isReadingOpen: false })
const halfOpen = site({ token, isReadingOpen: true })
const ours = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }

const everything: [method: string, path: string][] = [
  ['GET', '/'],
  ['GET', '/search?q=x'],
  ['GET', '/articles/a1'],
  ['GET', '/api/v1/articles'],
  ['GET', '/pipeline'],
  ['GET', '/dead-letters'],
  ['GET', '/trace?q=x'],
  ['GET', '/funnel'],
  ['GET', '/api/v1/trace?q=x'],
  ['GET', '/api/v1/funnel'],
  ['GET', '/pipeline/events'],
  ['GET', '/workers'],
  ['GET', '/hosts'],
  ['GET', '/api/v1/hosts'],
  ['POST', '/workers/w1/drain'],
  ['GET', '/feeds'],
  ['GET', '/api/v1/pipeline'],
  ['GET', '/searches'],
  ['POST', '/dead-letters/redrive'],
  ['POST', '/stages/parse-page/pause'],
  ['POST', '/api/v1/feeds'],
  ['DELETE', '/api/v1/feeds/f1'],
  ['POST', '/api/v1/stories/s1/merge'],
  ['GET', '/loginx'],
  ['GET', '//login'],
  ['GET', '/websub'],
  ['GET', '/bull'],
  ['GET', '/bull/api/queues'],
  ['PUT', '/bull/api/queues/pause'],
]

describe('without the token', () => {
  it.each(everything)('%s %s is refused', async (method, path) => {
    const response = await closed.request(path, { method })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect(await response.text()).not.toContain('let in')
  })

  it('people are shown the way in, and back to where they wanted', async () => {
    const response = await closed.request('/pipeline', { headers: { accept: 'text/html' } })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/login?to=%2Fpipeline')
    const page = await closed.request('/login?to=/pipeline')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('name="to" value="/pipeline"')
  })

  it('everybody reads where reading is open, and changes nothing', async () => {
    for (const path of [
      '/',
      '/search?q=x',
      '/articles/a1',
      '/stories/s1',
      '/feeds/newest.atom',
      '/api/v1/search?q=x',
      '/api/v1/articles/a1',
    ])
      expect((await halfOpen.request(path)).status, path).toBe(200)
    for (const path of [
      '/pipeline',
      '/feeds',
      '/trace?q=x',
      '/funnel',
      '/api/v1/trace?q=x',
      '/api/v1/funnel',
      '/audit',
      '/dead-letters',
      '/api/v1/pipeline',
      '/api/v1/feeds',
      '/searches',
      '/bull',
      '/bull/api/queues',
    ])
      expect((await halfOpen.request(path)).status, path).toBe(401)
    for (const path of ['/', '/api/v1/articles', '/api/v1/stories/s1/merge'])
      expect((await halfOpen.request(path, { method: 'POST' })).status, path).toBe(401)
  })

  it('hubs deliver all the same: their deliveries have secrets of their own', async () => {
    expect((await closed.request('/websub/f1', { method: 'POST' })).status).toBe(200)
  })
})

describe('with the token', () => {
  it('programs do everything', async () => {
    for (const [method, path] of everything) {
      const response = await closed.request(path, { method, headers: { authorization: `Bearer ${token}` } })
      expect(response.status, path).toBe(200)
    }
    for (const authorization of [`Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`, 'Bearer', token])
      expect((await closed.request('/', { headers: { authorization } })).status, authorization).toBe(401)
  })

  it('people log in once', async () => {
    const response = await closed.request('/login', { method: 'POST', headers: ours, body: `token=${token}&to=/audit` })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/audit')
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    expect(cookie).not.toContain(token)
    const session = cookie.split(';')[0] ?? ''
    expect(await (await closed.request('/audit', { headers: { cookie: session } })).text()).toBe('let in')
    expect((await closed.request('/audit', { headers: { cookie: `${session}x` } })).status).toBe(401)
    expect(await (await closed.request('/login', { headers: { cookie: session } })).text()).toContain(
      'action="/logout"',
    )
    const out = await closed.request('/logout', { method: 'POST', headers: { ...ours, cookie: session } })
    expect(out.headers.get('set-cookie')).toMatch(/^rafid_session=;.*Max-Age=0/)
  })

  it('a wrong one is refused, and so is the form of another site', async () => {
    expect((await closed.request('/login', { method: 'POST', headers: ours, body: 'token=wrong' })).status).toBe(401)
    const foreign = { ...ours, 'sec-fetch-site': 'cross-site' }
    expect((await closed.request('/login', { method: 'POST', headers: foreign, body: `token=${token}` })).status).toBe(
      403,
    )
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:x', ''])(
    'nobody is sent to %s after it',
    async (to) => {
      const body = `token=${token}&to=${encodeURIComponent(to)}`
      const response = await closed.request('/login', { method: 'POST', headers: ours, body })
      expect(response.headers.get('location')).toBe('/')
    },
  )
})

describe('a session', () => {
  it('ends after its time, and with a new token', () => {
    const session = makeSession(token, now)
    expect(isSession(session, token, now)).toBe(true)
    expect(isSession(session, token, new Date(now.getTime() + sessionMs))).toBe(false)
    expect(isSession(session, `${token}2`, now)).toBe(false)
  })

  it('cannot be made or made longer without the token', () => {
    const [ends, signature] = makeSession(token, now).split('.')
    for (const forged of [
      undefined,
      '',
      '.',
      `${Number(ends) + 1}.${signature}`,
      `${ends}.`,
      `${ends}.${'A'.repeat(43)}`,
    ])
      expect(isSession(forged, token, now), forged).toBe(false)
  })
})

it('on loopback, without a token, everything is open', async () => {
  const app = site({ token: undefined, isReadingOpen: false })
  for (const [method, path] of everything) expect((await app.request(path, { method })).status).toBe(200)
})
