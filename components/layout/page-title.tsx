import type { ReactNode } from 'react'

/** The title of a page that is not an article, with an optional line below it. */
export function PageTitle({ title, note, lang }: { title: ReactNode; note?: ReactNode; lang?: string }) {
  return (
    <header lang={lang} className="mb-6">
      <h1 className="text-balance font-semibold text-headline leading-tight">{title}</h1>
      {note && <p className="mt-1 text-quiet text-small">{note}</p>}
    </header>
  )
}
