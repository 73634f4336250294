import { site } from '../../site.config'
import type { SiteConfig } from '../site'

const day = 24 * 60 * 60 * 1000
/** How long a text is good for: less than the year that RFC 9116 recommends as the most. */
const lifetime = 180 * day

/**
 * Where to report a vulnerability (RFC 9116): `/.well-known/security.txt`; undefined where nobody is named. It never
 * expires while the site is served: whoever asks gets half a year from the day.
 */
export function printSecurity(
  { securityContact, url, language }: Pick<SiteConfig, 'securityContact' | 'url' | 'language'> = site,
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
