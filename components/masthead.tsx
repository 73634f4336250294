import { messages } from '@/lib/i18n'
import { site } from '@/site.config'
import { ThemeSwitch } from './theme-switch'

/** The site's name, its motto and its navigation. */
export function MastheadContent() {
  const { interface: t } = messages(site.language)
  return (
    <>
      <a href="/" className="font-semibold text-title tracking-wider no-underline hover:text-ink">
        {site.name}
        <span aria-hidden className="text-seal">
          .
        </span>
      </a>
      <p className="tagline text-quiet text-small">{site.tagline}</p>
      <nav aria-label={t.navigation} className="font-ui text-small">
        <ul className="flex flex-wrap gap-x-2.5 lg:gap-x-4">
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
