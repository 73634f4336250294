import type { Metadata } from 'next'
import { ErrorPage } from '@/components/layout/error-page'
import { getMessages } from '@/lib/queries/site'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return { title: t.error, robots: { index: false } }
}

export const ensureStatic = 'navigation'

/** Sent with status 500 if a page cannot be rendered (`lib/runtime/server/error-pages.ts`). */
export default async function RenderErrorPage() {
  const { interface: t } = await getMessages()
  return <ErrorPage title={t.error} text={t.errorText} />
}
