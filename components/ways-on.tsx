import { messages } from '@/lib/i18n'
import { site } from '@/site.config'
import { Link } from './link'

const { interface: t } = messages(site.language)

/** Where a reader may go on who came to an address that shows nothing. */
export function WaysOn() {
  return (
    <p className="mb-6 flex flex-wrap gap-x-4">
      <Link href="/archive">{t.archive}</Link>
      <Link href="/tags">{t.tags}</Link>
      <Link href="/series">{t.series}</Link>
      <a href="/random">{t.random}</a>
    </p>
  )
}
