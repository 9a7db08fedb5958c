import { BlockList, isIP } from 'node:net'

// IANA IPv4 Special-Purpose Address Registry (RFC 6890 and successors), multicast (RFC 5771) and reserved (RFC 1112).
const specialV4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`

// Global unicast is 2000::/3 (RFC 4291); what lies outside is refused unseen: loopback, link-local, ULA, multicast,
// NAT64, IPv4-mapped and -compatible. Inside it, these are not global: protocol assignments with Teredo, documentation,
// 6to4.
const globalV6 = '2000::/3'
const specialV6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'

const v4 = blockList(specialV4, 'ipv4')
const v6 = blockList(specialV6, 'ipv6')
const v6Global = blockList(globalV6, 'ipv6')

/**
 * True when the address is one that anybody on the Internet could reach, false for every private or special range.
 *
 * @param address IPv4 or IPv6 in text form, without brackets; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !v4.check(address, 'ipv4')
    case 6:
      return v6Global.check(address, 'ipv6') && !v6.check(address, 'ipv6')
    default:
      return false
  }
}

function blockList(ranges: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges.split(/\s+/)) {
    const [network = '', prefix] = range.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}
