import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { createClientAddress, readTrust } from './client-address'

/** The address of a request, as `TRUST_PROXY` decides. */
function addressOf(trust: string, remoteAddress: string, forwarded?: string) {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const request = { socket: { remoteAddress }, headers } as unknown as IncomingMessage
  return createClientAddress(readTrust(trust))(request)
}

test('without TRUST_PROXY, X-Forwarded-For is not believed, and readers behind a private proxy are not told apart', () => {
  expect(addressOf('', '192.0.2.1', '198.51.100.7')).toBe('192.0.2.1')
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '172.17.0.2', 'fd00::1'])
    expect(addressOf('', address, '198.51.100.7'), address).toBeUndefined()
})

test('the header of trusted proxies is believed as far as they added to it', () => {
  expect(addressOf('loopback', '127.0.0.1', '203.0.113.5, 198.51.100.7')).toBe('198.51.100.7')
  expect(addressOf('1', '203.0.113.80', '1.1.1.1, 198.51.100.7')).toBe('198.51.100.7')
  expect(addressOf('2', '203.0.113.80', '198.51.100.7, 10.0.0.1')).toBe('198.51.100.7')
  expect(addressOf('10.0.0.0/8, loopback', '10.2.3.4', '198.51.100.7')).toBe('198.51.100.7')
  expect(addressOf('loopback', '192.0.2.9', '198.51.100.7'), 'not a proxy').toBe('192.0.2.9')
})

test('a value that cannot be read is an error', () => {
  for (const value of ['yes', '10.0.0.0/99', '-1']) expect(() => readTrust(value), value).toThrow()
})
