import type { Metadata } from 'next'
import { PageTitle } from '@/components/page-title'
import { PostList } from '@/components/post-list'
import { WaysOn } from '@/components/ways-on'
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
      <WaysOn />
      <PostList posts={newest} />
    </>
  )
}
