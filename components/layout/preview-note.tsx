import { getMessages } from '@/lib/queries/site'
import { previewUrl } from '@/lib/site/routes.mjs'

/** A note above the preview of a scheduled post. */
export async function PreviewNote({ slug }: { slug: string }) {
  const { interface: t } = await getMessages()
  return (
    <p className="mb-6 max-w-column border-seal border-l-2 bg-wash p-3 font-ui text-small">
      {t.previewNote} <a href={previewUrl(slug)}>{t.previewEnd}</a>
    </p>
  )
}
