'use client'

import type { CSSProperties, ReactNode } from 'react'
import type { SeriesWords } from '@/lib/i18n/posts'

/**
 * Where an article stands in its series: the parts, folded, and the ways on and back. A client component as `Teaser` is
 * one: what stands in the page twice is its words alone, and each title once of three times.
 */
export function SeriesBox({ title, url, parts, index, words }: SeriesWords) {
  const previous = parts[index - 1]
  const next = parts[index + 1]
  return (
    <nav
      aria-label={words.series}
      className="series-box"
      style={{ '--part': (index + 1) / parts.length } as CSSProperties}
    >
      <details>
        <summary className="cursor-pointer text-quiet">
          {title} · {words.progress}
        </summary>
        <p className="mt-1">
          <a href={url} className="text-seal no-underline hover:underline">
            {words.series}: {title}
          </a>
        </p>
        <ol className="my-1">
          {parts.map((part, position) => (
            <li key={part.url} className="flex gap-2">
              <span className="w-4 shrink-0 text-right text-quiet">{part.part}</span>
              {position === index ? (
                <span lang={part.lang} aria-current="page" className="text-seal">
                  {part.title}
                </span>
              ) : (
                <a href={part.url} lang={part.lang} className="no-underline">
                  {part.title}
                </a>
              )}
            </li>
          ))}
        </ol>
      </details>
      {(previous || next) && (
        <p className="mt-1 flex flex-wrap justify-between gap-x-4">
          <span>
            {previous && (
              <PartLink part={previous} rel="prev" name={words.previous}>
                ← {previous.title}
              </PartLink>
            )}
          </span>
          <span>
            {next && (
              <PartLink part={next} rel="next" name={words.next}>
                {next.title} →
              </PartLink>
            )}
          </span>
        </p>
      )}
    </nav>
  )
}

function PartLink({
  part: { url, title, lang },
  rel,
  name,
  children,
}: {
  part: SeriesWords['parts'][number]
  rel: 'prev' | 'next'
  name: string
  children: ReactNode
}) {
  return (
    <a href={url} lang={lang} rel={rel} className="no-underline" aria-label={`${name}: ${title}`}>
      {children}
    </a>
  )
}
