import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { previewUrl } from '@/lib/site/routes.mjs'

/** A note above the preview of a scheduled post. */
export function PreviewNote({ site, slug }: { site: Site; slug: string }) {
  const { interface: t } = siteMessages(site)
  return (
    <p className="mb-6 max-w-column border-seal border-l-2 bg-wash p-3 font-ui text-small">
      {t.previewNote} <a href={previewUrl(slug)}>{t.previewEnd}</a>
    </p>
  )
}
