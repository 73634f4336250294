'use client'

import type { ReactNode } from 'react'
import type { DayWords, PostWords } from '@/lib/i18n/posts'
import { transitionName } from '@/lib/transition-name'
import { DateBadge } from '../date-badge'
import { PostMeta } from '../post-meta'

/**
 * A post on an index page: date badge, title, opening, and the link to the rest. A client component although it does
 * nothing there: where React draws ten of them (`TeaserList`), its payload holds their words alone, no dictionary.
 *
 * @param more words of the link to the rest, and its name for those who hear it
 */
export function Teaser({
  url,
  title,
  lang,
  day,
  meta,
  problems,
  more,
  children,
}: {
  url: string
  title: string
  lang: string
  day: DayWords
  meta: PostWords
  problems: string | undefined
  more: readonly [text: string, name: string] | undefined
  children: ReactNode
}) {
  return (
    <article className="teaser-grid mb-12">
      <DateBadge {...day} />
      <div>
        <h2
          lang={lang}
          className="text-balance font-semibold text-title leading-snug"
          style={{ viewTransitionName: transitionName(url) }}
        >
          <a href={url} className="no-underline hover:text-seal">
            {title}
          </a>
        </h2>
        <PostMeta {...meta} />
        {problems && <p className="text-seal">{problems}</p>}
        <div lang={lang} className="prose mt-2">
          {children}
        </div>
        {more && (
          <p className="mt-4 font-ui text-small">
            <a href={url} aria-label={more[1]} className="text-seal no-underline hover:underline">
              {more[0]}
            </a>
          </p>
        )}
      </div>
    </article>
  )
}
