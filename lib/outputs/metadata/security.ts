import type { Site } from '../../site/config'

const day = 24 * 60 * 60 * 1000
/** RFC 9116 recommends less than a year. */
const lifetime = 180 * day

/**
 * The text of `/.well-known/security.txt` (RFC 9116); undefined without a contact. Each response expires half a year after
 * the current day, so it never expires while the site is served.
 */
export function printSecurity(
  { securityContact, url, language }: Pick<Site, 'securityContact' | 'url' | 'language'>,
  now = Date.now(),
): string | undefined {
  if (!securityContact) return undefined
  const expires = new Date(Math.floor((now + lifetime) / day) * day).toISOString()
  const languages = [...new Set([language, 'en'])].join(', ')
  return [
    `Contact: ${securityContact}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${languages}`,
    `Canonical: ${url}/.well-known/security.txt`,
    '',
  ].join('\n')
}
