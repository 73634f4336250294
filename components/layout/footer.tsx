import type { ReactNode } from 'react'
import { getMessages, getSite } from '@/lib/queries/site'
import { FooterLines } from './footer-lines'

/**
 * The footer: the lines that the site configures, links to a random article and the feeds, and a button that lists the keyboard
 * shortcuts.
 *
 * @param children the slot of the site
 */
export async function Footer({ children }: { children?: ReactNode }) {
  const { footer } = await getSite()
  const { interface: t } = await getMessages()
  return (
    <footer className="colophon">
      {footer && <FooterLines settings={footer} />}
      {children}
      <ul className="flex gap-x-4 sm:ml-auto">
        <li>
          <a href="/random" className="text-quiet">
            {t.random}
          </a>
        </li>
        <li>
          <button type="button" className="keys-help" aria-haspopup="dialog">
            {t.keys}
          </button>
        </li>
        <li>
          <a href="/subscribe" className="text-quiet">
            {t.feed}
          </a>
        </li>
      </ul>
    </footer>
  )
}
