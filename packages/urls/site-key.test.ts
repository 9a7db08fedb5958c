import { expect, it } from 'vitest'
import { siteKey } from './site-key.ts'

it.each([
  ['https://www.Harbour.example/news/1', 'harbour.example'],
  ['http://harbour.example./', 'harbour.example'],
  ['https://sport.harbour.example/', 'sport.harbour.example'],
  ['https://harbour.example:8443/', 'harbour.example:8443'],
  ['https://www.example/', 'www.example'],
  ['http://127.0.0.1:3000/', '127.0.0.1:3000'],
])('%s belongs to %s', (url, site) => {
  expect(siteKey(new URL(url))).toBe(site)
})
