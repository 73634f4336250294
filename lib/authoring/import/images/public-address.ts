import { BlockList, isIP } from 'node:net'

/** Ranges that the IANA registries of special-purpose addresses mark as not globally reachable, and multicast. */
const special = createBlockList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Within the range of public addresses: protocols (Teredo among them), documentation, and IPv4 addresses in IPv6 (6to4).
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
])
/** The only range of IPv6 from which public addresses are assigned. */
const assigned = createBlockList(['2000::/3'])

function createBlockList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}

/** Is this the IP address of a public server? Private, loopback, link-local and reserved addresses are not, nor are names. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !special.check(address)
  return version === 6 && assigned.check(address, 'ipv6') && !special.check(address, 'ipv6')
}
