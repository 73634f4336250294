import type { Metadata } from 'next'
import { getMessages } from '@/lib/queries/site'
import NotFound from '../not-found'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return { title: t.notFound, robots: { index: false } }
}

export const ensureStatic = 'navigation'

/** Sent with status 404 (`lib/runtime/server/error-documents.ts`). Vercel sends `app/not-found.tsx`. */
export default function MissingPage() {
  return <NotFound />
}
