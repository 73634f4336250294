import './globals.css'
import './prose.css'
import './latex.css'
import './dialogs.css'
import './print.css'
import './search.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Analytics } from '@/components/layout/analytics'
import { DevReload } from '@/components/layout/dev-reload'
import { TextFonts } from '@/components/layout/fonts'
import { Footer } from '@/components/layout/footer'
import { Masthead } from '@/components/layout/masthead'
import { SiteStyles } from '@/components/layout/site-styles'
import { Slot } from '@/components/layout/slot'
import { RestoreTheme } from '@/components/layout/theme-switch'
import { siteCard } from '@/lib/outputs/metadata/card'
import { siteIcons } from '@/lib/outputs/metadata/icons'
import { toVerification } from '@/lib/outputs/metadata/verification'
import { siteImages } from '@/lib/published/site-files'
import { isPreviewDeployment } from '@/lib/published/visibility'
import { getHasMovedPosts } from '@/lib/queries/addresses'
import { getContentVersion } from '@/lib/queries/pages'
import { getMessages, getSite } from '@/lib/queries/site'
import { findSiteFile, getSiteFiles } from '@/lib/queries/site-files'
import { feedLinks } from '@/lib/site/feed-address'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  const files = await getSiteFiles()
  return {
    metadataBase: new URL(site.url),
    title: { default: site.name, template: `%s – ${site.name}` },
    description: site.tagline || null,
    openGraph: {
      siteName: site.name,
      images: [{ ...siteCard(site, findSiteFile(files, siteImages.card)), type: 'image/png' }],
    },
    icons: siteIcons(site, files),
    twitter: { card: 'summary_large_image' },
    alternates: { types: feedLinks(site) },
    ...(site.verification && { verification: toVerification(site.verification) }),
    ...(isPreviewDeployment && { robots: { index: false } }),
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const site = await getSite()
  const { interface: t } = await getMessages()
  return (
    // The script in the head may set the theme before React hydrates.
    <html
      lang={site.language}
      data-posts={(await getHasMovedPosts()) ? 'anywhere' : undefined}
      suppressHydrationWarning
    >
      <head>
        <RestoreTheme />
        <SiteStyles />
        <script type="module" src={process.env.LEMMA_ENTRY} />
        {process.env.NODE_ENV === 'development' && (
          <script
            type="module"
            src="/browser/dev-reload.js"
            data-content-version={await getContentVersion()}
          />
        )}
        <Slot name="Head" />
      </head>
      <body>
        <TextFonts />
        <a href="#main" className="skip-link">
          {t.skipToContent}
        </a>
        <div className="sheet">
          <Masthead />
          <Slot name="AfterMasthead" />
          <main id="main" className="leaf">
            {children}
          </main>
          <Footer>
            <Slot name="Footer" />
          </Footer>
        </div>
        <Analytics settings={site.analytics} />
        {process.env.NODE_ENV === 'development' && <DevReload version={await getContentVersion()} />}
      </body>
    </html>
  )
}
