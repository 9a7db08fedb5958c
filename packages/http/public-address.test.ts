import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { isPublicAddress } from './public-address.ts'

it.each(
  `0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.255 169.254.169.254 169.254.12.34 172.16.0.1
  172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.2.3.4
  240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:7f00:1 ::127.0.0.1 ::a9fe:a9fe 64:ff9b::7f00:1
  64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:0:1::1 2001:2::1 2001:db8::1 2002:7f00:1:: 3fff::1 5f00::1 fd00::1
  fd00:ec2::254 fc00::1 fe80::1 fec0::1 ff02::1`.split(/\s+/),
)('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each(
  '1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.32.0.1 192.0.1.1 223.255.255.255 2606:4700::1111 2a00:1450::1'.split(
    ' ',
  ),
)('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

it('takes nothing else for an address, and never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(isPublicAddress(`${text}x`)).toBe(false)
    }),
  )
})

it('judges every IPv4 address alone and mapped into IPv6 without throwing', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(typeof isPublicAddress(address)).toBe('boolean')
      expect(isPublicAddress(`::ffff:${address}`)).toBe(false)
    }),
  )
})
