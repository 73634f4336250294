import type { Page } from './types'

/** The same page in other languages: its original, and other translations of it. */
export function findPageTranslations(pages: readonly Page[], slug: string): Page[] {
  const original = pages.find((page) => page.slug === slug)?.translationOf ?? slug
  return pages.filter(
    (page) => page.slug !== slug && (page.slug === original || page.translationOf === original),
  )
}
