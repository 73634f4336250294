import { messages } from '@/lib/i18n'
import { site } from '@/site.config'
import { ThemeSwitch } from './theme-switch'

/** The site's name, its motto and its navigation. */
export function MastheadContent() {
  const { interface: t } = messages(site.language)
  return (
    <>
      <a href="/" className="site-name">
        {site.name}
        <span aria-hidden className="text-seal">
          .
        </span>
      </a>
      <p className="tagline">{site.tagline}</p>
      <nav aria-label={t.navigation}>
        <ul>
          {site.navigation.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
          <li>
            <a href="/search" aria-keyshortcuts="/ Control+K">
              {t.search}
            </a>
          </li>
        </ul>
      </nav>
      <ThemeSwitch />
    </>
  )
}
