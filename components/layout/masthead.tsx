import { siteFileUrl, siteImages } from '@/lib/published/site-files'
import { getMessages, getSite } from '@/lib/queries/site'
import { findSiteFile, getSiteFiles } from '@/lib/queries/site-files'
import { ThemeSwitch } from './theme-switch'

/** The site's name or logo, tagline and navigation. */
export async function Masthead() {
  const site = await getSite()
  const logo = findSiteFile(await getSiteFiles(), siteImages.logo)
  const { interface: t } = await getMessages()
  return (
    <header className="masthead">
      <a href="/" className="site-name">
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
    </header>
  )
}
