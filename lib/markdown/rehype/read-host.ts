/**
 * Read an address on another host; one without a scheme is of HTTPS.
 *
 * @returns the address and its host; undefined if it is a path, or of another scheme
 */
export function readHost(address: string): { host: string; url: string } | undefined {
  const full = address.startsWith('//') ? `https:${address}` : address
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return undefined
  const { host, href } = new URL(full)
  return { host, url: href }
}
