'use client'

import type { LinkWords } from '@/lib/i18n/posts'

/**
 * Articles under a title: those that refer to this one, those like it. A client component as `Teaser` is one: what stands
 * in the page twice is its words alone. Without ids: pages that were left stay in the document.
 */
export function Further({ title, posts }: { title: string; posts: readonly LinkWords[] }) {
  if (posts.length === 0) return null
  return (
    <nav aria-label={title}>
      <h2 className="font-ui text-quiet text-tiny">{title}</h2>
      <ul className="text-small">
        {posts.map(({ url, title, lang, date, day }) => (
          <li key={url} className="flex flex-wrap gap-x-2">
            <a href={url} lang={lang}>
              {title}
            </a>
            <time dateTime={date} className="font-ui text-quiet text-tiny leading-step">
              {day}
            </time>
          </li>
        ))}
      </ul>
    </nav>
  )
}
