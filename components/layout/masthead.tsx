import { siteFileUrl, siteImages } from '@/lib/published/site-files'
import type { UrlsByLanguage } from '@/lib/queries/list-urls'
import { findSiteFile, getSiteFiles } from '@/lib/queries/site-files'
import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { listHref, listUrl } from '@/lib/site/site-languages'
import { LanguageSwitch } from './language-switch'
import { ThemeSwitch } from './theme-switch'

/** The site's name or logo, tagline and navigation, and links to its other languages. */
export async function Masthead({ site, urls }: { site: Site; urls: UrlsByLanguage }) {
  const logo = findSiteFile(await getSiteFiles(), siteImages.logo)
  const { interface: t } = siteMessages(site)
  return (
    <header className="masthead">
      <a href={listUrl(site, '/')} className="site-name">
        {logo ? (
          // biome-ignore lint/performance/noImgElement: it is small, and this server resizes no images
          <img src={siteFileUrl(logo)} alt={site.name} width={logo.width} height={logo.height} />
        ) : (
          <>
            {site.name}
            <span aria-hidden className="text-seal">
              .
            </span>
          </>
        )}
      </a>
      {site.tagline && <p className="tagline">{site.tagline}</p>}
      <nav aria-label={t.navigation}>
        <ul>
          {site.navigation.map(({ label, href }) => (
            <li key={href}>
              <a href={listHref(site, href)}>{label}</a>
            </li>
          ))}
          <li>
            <a href={listUrl(site, '/search')} aria-keyshortcuts="/ Control+K">
              {t.search}
            </a>
          </li>
          <LanguageSwitch site={site} urls={urls} />
        </ul>
      </nav>
      <ThemeSwitch site={site} />
    </header>
  )
}
