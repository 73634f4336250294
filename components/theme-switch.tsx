import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

/**
 * Runs before the first line is drawn, so that no page flashes in the theme its reader did not choose. Without a choice
 * the system's applies, which needs no script. Under a content security policy its hash is the one to allow.
 */
const restore =
  "try{const t=localStorage.theme;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}"

/** Restores the reader's theme; belongs in the head. */
export function ThemeFirst() {
  return <script dangerouslySetInnerHTML={{ __html: restore }} />
}

/** Goes through system, light and dark. What it is set to is told by its picture, and said when it changes. */
export function ThemeSwitch() {
  const { interface: t } = messages(site.language)
  return (
    <div className="theme">
      <button type="button" className="theme-switch" aria-label={t.switchTheme} title={t.switchTheme} />
      <span
        role="status"
        className="sr-only"
        data-system={t.themeSystem}
        data-light={t.themeLight}
        data-dark={t.themeDark}
      />
    </div>
  )
}
