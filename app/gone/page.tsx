import type { Metadata } from 'next'
import { ErrorPage } from '@/components/layout/error-page'
import { getMessages } from '@/lib/queries/site'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return { title: t.gone, robots: { index: false } }
}

export const ensureStatic = 'navigation'

/** Sent with status 410 for every deleted post (`lib/runtime/server/deleted-posts.ts`), so it does not name the post. */
export default async function GonePage() {
  const { interface: t } = await getMessages()
  return <ErrorPage title={t.gone} text={t.goneText} />
}
