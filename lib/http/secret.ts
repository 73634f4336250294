import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Is a value the secret? Compares in constant time; no value equals an empty secret. */
export function isSecret(value: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(value), digest(secret)) && secret !== ''
}

/** The HMAC SHA-256 of a text, in hex: the signature of GitHub's webhooks. */
export function sign(text: string | Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}
