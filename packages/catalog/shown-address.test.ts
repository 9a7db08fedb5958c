import { expect, it } from 'vitest'
import { shownAddress } from './shown-address.ts'

it('leaves out what may hold a secret, and what is no address at all', () => {
  expect(shownAddress('https://me:hush@quay.example:8443/feed.xml?token=hush#x')).toBe(
    'https://quay.example:8443/feed.xml',
  )
  expect(shownAddress(`https://quay.example/${'x'.repeat(500)}`)).toHaveLength(300)
  expect(shownAddress('hush')).toBe('')
})
