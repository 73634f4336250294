import type { ReactNode } from 'react'
import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { languageQuery, listUrl } from '@/lib/site/site-languages'
import { FooterLines } from './footer-lines'

/**
 * The footer: the lines that the site configures, links to a random article and the feeds, and a button that lists the keyboard
 * shortcuts.
 *
 * @param children the slot of the site
 */
export function Footer({ site, children }: { site: Site; children?: ReactNode }) {
  const { footer } = site
  const { interface: t } = siteMessages(site)
  return (
    <footer className="colophon">
      {footer && <FooterLines site={site} settings={footer} />}
      {children}
      <ul className="flex gap-x-4 sm:ml-auto">
        <li>
          <a href={`/random${languageQuery(site)}`} className="text-quiet">
            {t.random}
          </a>
        </li>
        <li>
          <button type="button" className="keys-help" aria-haspopup="dialog">
            {t.keys}
          </button>
        </li>
        <li>
          <a href={listUrl(site, '/subscribe')} className="text-quiet">
            {t.feed}
          </a>
        </li>
      </ul>
    </footer>
  )
}
