import { getMessages } from '@/lib/queries/site'
import { PageTitle } from './page-title'

/** An error page: what happened, and links to pages from which the reader can continue. */
export async function ErrorPage({ title, text }: { title: string; text: string }) {
  const { interface: t } = await getMessages()
  return (
    <>
      <PageTitle title={title} note={text} />
      <p className="mb-6 flex flex-wrap gap-x-4">
        <a href="/archive">{t.archive}</a>
        <a href="/tags">{t.tags}</a>
        <a href="/series">{t.series}</a>
        <a href="/random">{t.random}</a>
      </p>
    </>
  )
}
