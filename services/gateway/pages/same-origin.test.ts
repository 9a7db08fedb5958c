import { expect, it } from 'vitest'
import { isSameOrigin } from './same-origin.ts'

const host = 'rafid.example:3700'
const ask = (site?: string, origin?: string) => isSameOrigin({ site, origin, host })

it('believes what the browser says of the site', () => {
  expect(ask('same-origin', 'null')).toBe(true)
  expect(ask('cross-site', `http://${host}`)).toBe(false)
  expect(ask('same-site')).toBe(false)
  expect(ask('none')).toBe(false)
})

it('compares origins where the browser says nothing of the site', () => {
  expect(ask(undefined, `http://${host}`)).toBe(true)
  expect(ask(undefined, 'http://rafid.example')).toBe(false)
  expect(ask(undefined, `http://${host}.evil.example`)).toBe(false)
})

it('refuses a form of nobody', () => {
  expect(ask()).toBe(false)
  expect(ask(undefined, 'null')).toBe(false)
})
