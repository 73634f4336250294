import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

/** Above a post that is shown before it appears. */
export function PreviewNote({ slug }: { slug: string }) {
  return (
    <p className="mb-6 max-w-column border-seal border-l-2 bg-wash p-3 font-ui text-small">
      {t.previewNote} {/* Not a Link: pages shown already stay in the browser's memory. */}
      <a href={`/preview/${encodeURIComponent(slug)}`}>{t.previewEnd}</a>
    </p>
  )
}
