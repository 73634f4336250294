'use client'

import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

/** Shown in place of a page that could not be drawn; the masthead and the rest of the site stay. */
export default function ErrorMessage({ error }: { error: unknown }) {
  const digest = error instanceof Error && 'digest' in error && String(error.digest)
  return (
    <div role="alert">
      <h1 className="font-semibold text-headline">{t.error}</h1>
      <p>{t.errorText}</p>
      {digest && <p className="text-quiet text-small">{digest}</p>}
      <button
        type="button"
        onClick={() => window.location.reload()}
        className="mt-4 cursor-pointer text-seal underline"
      >
        {t.retry}
      </button>
    </div>
  )
}
