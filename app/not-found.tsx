import type { Metadata } from 'next'
import { PageTitle } from '@/components/page-title'
import { WaysOn } from '@/components/ways-on'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

export const metadata: Metadata = { title: t.notFound }

/** Next carries this with every page: it must show no content, or every page would change with it. */
export default function NotFound() {
  return (
    <>
      <PageTitle title={t.notFound} note={t.notFoundText} />
      <WaysOn />
    </>
  )
}
