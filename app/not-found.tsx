import type { Metadata } from 'next'
import { Link } from '@/components/link'
import { PageTitle } from '@/components/page-title'
import { PostList } from '@/components/post-list'
import { getArchive } from '@/lib/content/queries'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

export const metadata: Metadata = { title: t.notFound }

export default async function NotFound() {
  const newest = (await getArchive()).slice(0, 5)
  return (
    <>
      <PageTitle title={t.notFound} note={t.notFoundText} />
      <p className="mb-6 flex flex-wrap gap-x-4">
        <Link href="/archive">{t.archive}</Link>
        <Link href="/tags">{t.tags}</Link>
        <Link href="/series">{t.series}</Link>
        <a href="/random">{t.random}</a>
      </p>
      <PostList posts={newest} />
    </>
  )
}
