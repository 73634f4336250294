import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'

/**
 * Runs before the first paint, so that no page flashes in another theme. If the reader chose no theme, that of the system
 * applies, which needs no script. A content security policy has to allow the hash of this script.
 */
const restore =
  "try{const t=localStorage.theme;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}"

/** An inline script for the head that restores the reader's theme. */
export function RestoreTheme() {
  return <script dangerouslySetInnerHTML={{ __html: restore }} />
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
