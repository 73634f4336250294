import './globals.css'
import './prose.css'
import './dialogs.css'
import './print.css'
import './search.css'
import type { Metadata } from 'next'
import { type ReactNode, ViewTransition } from 'react'
import { DevReload } from '@/components/dev-reload'
import { Enhancer } from '@/components/enhancer'
import { ErrorBoundary } from '@/components/failures'
import { TextFonts } from '@/components/fonts'
import { Footer, Masthead } from '@/components/standing/standing'
import { ThemeFirst } from '@/components/theme-switch'
import { cardSize } from '@/lib/card/size'
import { getContentVersion } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { messages } from '@/lib/i18n'
import { siteCard } from '@/lib/metadata/card'
import { site } from '@/site.config'

export const metadata: Metadata = {
  metadataBase: new URL(site.url),
  title: { default: site.name, template: `%s – ${site.name}` },
  description: site.tagline,
  openGraph: { siteName: site.name, images: [{ ...siteCard, ...cardSize, type: 'image/png' }] },
  twitter: { card: 'summary_large_image' },
  alternates: { types: feedLinks() },
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { interface: t } = messages(site.language)
  return (
    // The theme is set before React is there.
    <html lang={site.language} suppressHydrationWarning>
      <head>
        <ThemeFirst />
      </head>
      <body>
        <TextFonts />
        <a href="#main" className="skip-link">
          {t.skipToContent}
        </a>
        <div className="sheet">
          <Masthead />
          <ViewTransition>
            <main id="main" className="leaf">
              <ErrorBoundary>{children}</ErrorBoundary>
            </main>
          </ViewTransition>
          <Footer />
        </div>
        <Enhancer />
        {process.env.NODE_ENV === 'development' && <DevReload version={await getContentVersion()} />}
      </body>
    </html>
  )
}
