'use client'

import { useEffect } from 'react'
import { isNewVisit, isPlaceKept } from '@/lib/enhance/visit'

/**
 * Offers to go on where a reader left a long article, and keeps the place. Nothing is loaded before the reader scrolls,
 * or comes to an article whose place is kept.
 *
 * @param words what the offer says before the name of the section
 * @param close name of the button that ends it
 */
export function Resume({ words, close }: { words: string; close: string }) {
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const load = () => import('@/lib/enhance/resume')
    if (isNewVisit() && isPlaceKept(window.location.pathname))
      void load().then(({ offerPlace }) => offerPlace({ words, close }, signal))
    document.addEventListener('scrollend', async () => (await load()).keepPlace(signal), {
      passive: true,
      signal,
    })
    return () => controller.abort()
  }, [words, close])
  return null
}
