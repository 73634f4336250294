import type { Metadata } from 'next'
import { NotFoundMessage } from '@/components/failures'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

export const metadata: Metadata = { title: messages(site.language).interface.notFound }

/** Next carries this with every page: it must show no content, or every page would change with it. */
export default function NotFound() {
  return <NotFoundMessage />
}
