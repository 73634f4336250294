import type { ReactNode } from 'react'
import { Analytics } from '@/components/layout/analytics'
import { DevReload } from '@/components/layout/dev-reload'
import { TextFonts } from '@/components/layout/fonts'
import { Footer } from '@/components/layout/footer'
import { Masthead } from '@/components/layout/masthead'
import { SiteStyles } from '@/components/layout/site-styles'
import { Slot } from '@/components/layout/slot'
import { RestoreTheme } from '@/components/layout/theme-switch'
import { getHasMovedPosts } from '@/lib/queries/addresses'
import type { UrlsByLanguage } from '@/lib/queries/list-urls'
import { getContentVersion } from '@/lib/queries/pages'
import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { listUrl } from '@/lib/site/site-languages'

/**
 * The document of a page, in one of the languages of the site. Pages render it themselves, because the root layout knows
 * neither their language nor their translations.
 *
 * @param urls paths of the page in other languages
 */
export async function SiteDocument({
  site,
  urls = {},
  children,
}: {
  site: Site
  urls?: UrlsByLanguage
  children: ReactNode
}) {
  const { interface: t } = siteMessages(site)
  const index = listUrl(site, '/')
  return (
    // The script in the head may set the theme before React hydrates.
    <html
      lang={site.language}
      // For scripts: search is below it.
      {...(index !== '/' && { 'data-index': index })}
      // For scripts: links to posts cannot be recognised by their paths.
      {...((await getHasMovedPosts()) && { 'data-posts': 'anywhere' })}
      suppressHydrationWarning
    >
      {/* biome-ignore lint/style/noHeadElement: this is the document of a page, not a part of it */}
      <head>
        <RestoreTheme />
        <SiteStyles />
        <script type="module" src={process.env.LEMMA_ENTRY} />
        <Slot name="Head" site={site} />
      </head>
      <body>
        <TextFonts />
        <a href="#main" className="skip-link">
          {t.skipToContent}
        </a>
        <div className="sheet">
          <Masthead site={site} urls={urls} />
          <Slot name="AfterMasthead" site={site} />
          <main id="main" className="leaf">
            {children}
          </main>
          <Footer site={site}>
            <Slot name="Footer" site={site} />
          </Footer>
        </div>
        <Analytics settings={site.analytics} />
        {process.env.NODE_ENV === 'development' && <DevReload version={await getContentVersion()} />}
      </body>
    </html>
  )
}
