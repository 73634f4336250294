import type { Site } from '../../lib/site/config'
import { feedNames, feedUrl } from '../../lib/site/feed-address'
import { type FooterSettings, publicSecurityCode } from '../../lib/site/footer-settings'
import { feedFiles } from '../../lib/site/routes.mjs'
import { listUrl } from '../../lib/site/site-languages'

/** The lines of the footer that a site configures: copyright, registration numbers, and links to profiles and feeds. */
export function FooterLines({ site, settings }: { site: Site; settings: FooterSettings }) {
  const { copyright, icp, publicSecurity, social, feeds } = settings
  const index = listUrl(site, '/')
  const links = [
    ...social.map((link) => ({ ...link, rel: 'me' })),
    ...(feeds ? feedFiles.map((file) => ({ label: feedNames[file], href: feedUrl(index, file) })) : []),
    ...(icp ? [{ label: icp, href: 'https://beian.miit.gov.cn/' }] : []),
    ...(publicSecurity ? [{ label: publicSecurity, href: publicSecurityUrl(publicSecurity) }] : []),
  ]
  return (
    <>
      {copyright && <p>{copyright}</p>}
      {links.length > 0 && (
        <ul className="flex flex-wrap gap-x-4">
          {links.map(({ label, ...link }) => (
            <li key={link.href}>
              <a {...link} className="text-quiet">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The public record of a registration number. */
function publicSecurityUrl(number: string): string {
  return `https://beian.mps.gov.cn/#/query/webSearch?code=${publicSecurityCode(number) ?? ''}`
}
