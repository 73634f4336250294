import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyAddress from 'proxy-addr'

/** Networks that no reader on the internet has. */
const privateRanges: ReadonlySet<string> = new Set(['loopback', 'linkLocal', 'private', 'uniqueLocal'])

type Trust = (address: string, distance: number) => boolean

/**
 * Read `TRUST_PROXY`: the proxies whose `X-Forwarded-For` header is trusted.
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
 * Returns the client address of a request. Without `TRUST_PROXY`, a private address is assumed to be a proxy. Clients behind it
 * cannot be told apart, so the address is undefined: otherwise all of them would share one limit.
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
