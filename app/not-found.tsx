import type { Metadata } from 'next'
import { ErrorPage } from '@/components/layout/error-page'
import { getMessages } from '@/lib/queries/site'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return { title: t.notFound }
}

/**
 * Depends on the site's settings, but must not depend on documents: Next includes it in the payload of every page, so every
 * page would change with them.
 */
export default async function NotFound() {
  const { interface: t } = await getMessages()
  return <ErrorPage title={t.notFound} text={t.notFoundText} />
}
