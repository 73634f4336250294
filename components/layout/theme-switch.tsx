import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { restoreTheme } from '@/lib/site/restore-theme'

/** An inline script for the head that restores the reader's theme. */
export function RestoreTheme() {
  return <script dangerouslySetInnerHTML={{ __html: restoreTheme }} />
}

/** A button that switches between system, light and dark. Its icon shows the theme; changes are announced as a status. */
export function ThemeSwitch({ site }: { site: Site }) {
  const { interface: t } = siteMessages(site)
  return (
    <div className="theme">
      <button type="button" className="theme-switch" aria-label={t.switchTheme} title={t.switchTheme} />
      <span
        role="status"
        className="sr-only"
        data-system={t.themeSystem}
        data-light={t.themeLight}
        data-dark={t.themeDark}
        // React does not touch content that is HTML: a script may set it before React hydrates the page.
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: '' }}
      />
    </div>
  )
}
