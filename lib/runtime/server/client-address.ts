import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyAddress from 'proxy-addr'

/** Networks that no reader on the internet has. */
const privateRanges: ReadonlySet<string> = new Set(['loopback', 'linkLocal', 'private', 'uniqueLocal'])

type Trust = (address: string, distance: number) => boolean

/**
 * Read `TRUST_PROXY`: whose `X-Forwarded-For` is believed.
 *
 * @param value a number of proxies in front of the server, or addresses, networks and names of networks, separated by commas:
 * `1`, `loopback`, `10.0.0.0/8, 2001:db8::1`
 * @returns undefined if it is empty
 * @throws if it is none of these
 */
export function readTrust(value: string): Trust | undefined {
  const parts = value.split(',').flatMap((part) => part.trim() || [])
  if (parts.length === 0) return undefined
  const hops = /^\d+$/.test(value.trim()) ? Number(value) : undefined
  return hops === undefined ? proxyAddress.compile(parts) : (_, distance) => distance < hops
}

/**
 * Returns the address from which a request comes. Without `TRUST_PROXY`, a private address is that of a proxy: then readers
 * cannot be told apart, and the address is undefined, so that one reader does not use up what belongs to all.
 */
export function createClientAddress(
  trust: Trust | undefined,
): (request: IncomingMessage) => string | undefined {
  return (request) => {
    const { remoteAddress } = request.socket
    if (!remoteAddress || (!trust && isPrivate(remoteAddress))) return undefined
    return trust ? proxyAddress(request, trust) : remoteAddress
  }
}

function isPrivate(address: string): boolean {
  return ipaddr.isValid(address) && privateRanges.has(ipaddr.process(address).range())
}
