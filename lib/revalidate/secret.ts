import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Is this the secret? Compared in constant time; an empty secret is never met. */
export function isSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret)) && secret !== ''
}

/** HMAC SHA-256 of a text, in hex: how GitHub signs its webhooks. */
export function sign(text: string | Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}
