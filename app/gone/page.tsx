import type { Metadata } from 'next'
import { PageTitle } from '@/components/page-title'
import { WaysOn } from '@/components/ways-on'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

export const metadata: Metadata = { title: t.gone, robots: { index: false } }

/** What a deleted post answers, with status 410 (`lib/cache/page-cache.mjs`). It names no post, and is the same for all. */
export const ensureStatic = 'navigation'

export default function GonePage() {
  return (
    <>
      <PageTitle title={t.gone} note={t.goneText} />
      <WaysOn />
    </>
  )
}
