import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

/** Where a reader may go on who came to an address that shows nothing. */
export function WaysOn() {
  return (
    <p className="mb-6 flex flex-wrap gap-x-4">
      <a href="/archive">{t.archive}</a>
      <a href="/tags">{t.tags}</a>
      <a href="/series">{t.series}</a>
      <a href="/random">{t.random}</a>
    </p>
  )
}
