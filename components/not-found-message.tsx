import { messages } from '@/lib/i18n'
import { site } from '@/site.config'
import { PageTitle } from './page-title'
import { WaysOn } from './ways-on'

const { interface: t } = messages(site.language)

export default function NotFoundMessage() {
  return (
    <>
      <PageTitle title={t.notFound} note={t.notFoundText} />
      <WaysOn />
    </>
  )
}
