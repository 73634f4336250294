import { isSecret, sign } from '../../http/secret'

/**
 * A token that opens the preview of one post until an instant: `<seconds since 1970>.<HMAC>`. It opens no other post,
 * and it is not a valid signature of a webhook.
 *
 * @param expires milliseconds since 1970
 * @param secret REVALIDATE_SECRET
 */
export function createToken(slug: string, expires: number, secret: string): string {
  const seconds = Math.floor(expires / 1000)
  return `${seconds}.${signatureOf(slug, seconds, secret)}`
}

/** When a token expires, in milliseconds since 1970; undefined if it is invalid for this post or expired. */
export function readToken(slug: string, token: string, secret: string, now: number): number | undefined {
  const match = /^(\d{1,12})\.([0-9a-f]{64})$/.exec(token)
  if (!match || !secret) return undefined
  const seconds = Number(match[1])
  if (!isSecret(match[2] ?? '', signatureOf(slug, seconds, secret))) return undefined
  return seconds * 1000 > now ? seconds * 1000 : undefined
}

function signatureOf(slug: string, seconds: number, secret: string): string {
  return sign(`preview\n${slug.normalize('NFC')}\n${seconds}`, secret)
}
