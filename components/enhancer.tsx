'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { followedLink } from '@/lib/enhance/followed-link'
import { isPlainKey } from '@/lib/enhance/is-plain-key'

/** What answers to `\eqref`, `[@thm-x]` and `[@key]` in a page. */
const references = 'a.reference, a.citation'

/** Links to articles, but for those beside an opening or an excerpt of the same article. */
const articles = 'main :is(li, nav, .prose) a[href^="/posts/"]:not(.search-results *, [data-footnote-ref])'

/** What can be copied whole or cited: displayed formulas, code, tables, statements. */
const tooled = '.prose :is(.display, .framed, .statement[id])'

/**
 * Behaviour for the static HTML of articles, by delegation: one set of listeners a page, none an equation. The code
 * behind them is loaded when a reader first points at something; without it everything can be read.
 */
export function Enhancer() {
  const router = useRouter()
  useEffect(() => {
    const controller = new AbortController()
    const listen = <Name extends keyof DocumentEventMap>(
      name: Name,
      listener: (event: DocumentEventMap[Name]) => void,
    ) => document.addEventListener(name, listener, { signal: controller.signal })

    const meet = async (event: Event) => {
      const { target } = event
      if (!(target instanceof Element)) return
      const link =
        target.closest<HTMLAnchorElement>(references) ?? target.closest<HTMLAnchorElement>(articles)
      // A finger that follows a link to an article focuses it, and is shown nothing on its way.
      const isFollowed = event.type === 'focusin' && link?.matches(`:not(${references}, :focus-visible)`)
      if (link && !isFollowed) (await import('@/lib/enhance/preview')).showPreview(link)
      const part = target.closest<HTMLElement>(tooled)
      if (part) (await import('@/lib/enhance/tools')).showTools(part)
    }
    listen('pointerover', (event) => {
      if (event.pointerType === 'mouse') void meet(event)
    })
    listen('focusin', (event) => void meet(event))
    // A first tap shows, a second follows the link. What is asked for when the finger comes down decides: the focus
    // that comes with a tap asks too. Where there is nothing to show, the first tap follows it after all.
    let tapped: HTMLAnchorElement | null = null
    listen('pointerdown', (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(references) : null
      const isFirst = event.pointerType === 'touch' && !link?.hasAttribute('aria-describedby')
      tapped = isFirst ? link : null
    })
    listen('click', async (event) => {
      const link = tapped
      tapped = null
      if (!link || !(event.target instanceof Node && link.contains(event.target))) return
      event.preventDefault()
      const isAnswered = await import('@/lib/enhance/preview').then(
        ({ showPreview }) => showPreview(link),
        () => false,
      )
      if (!isAnswered) link.click()
    })
    listen('click', async (event) => {
      const { target } = event
      if (!(target instanceof Element)) return
      if (target.closest('.theme-switch')) (await import('@/lib/enhance/theme')).switchTheme()
      if (target.closest('.keys-help')) (await import('@/lib/enhance/keys-help')).showKeys()
      const link = target.closest<HTMLAnchorElement>('.enlarge')
      // With a modifier the image opens by itself, in a tab or a window.
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      await import('@/lib/enhance/enlarge').then(
        ({ enlarge }) => enlarge(link),
        () => window.location.assign(link.href),
      )
    })
    // From page to page within the document. One listener instead of Next's `Link`: its script on every page, and the
    // work of bringing each link to life.
    listen('click', (event) => {
      const url = followedLink(event)
      if (!url) return
      event.preventDefault()
      router.push(url)
    })
    listen('keydown', async (event) => {
      const isPlain = isPlainKey(event)
      // Browsers have a search of their own on both of its keys.
      if (isShortcutOfSearch(event) || (isPlain && event.key === '/')) {
        event.preventDefault()
        ;(await import('@/lib/enhance/search')).openSearch()
      } else if (isPlain) (await import('@/lib/enhance/keys')).pressKey(event.key)
    })
    const answer = async ({ target }: Event) => {
      const form = target instanceof Element && target.closest<HTMLFormElement>('main .search-form')
      if (form) (await import('@/lib/enhance/search')).answerAsTyped(form)
    }
    listen('focusin', answer)
    // The field may have had the focus before we were here.
    listen('input', answer)
    document.addEventListener(
      'scroll',
      async () => (await import('@/lib/enhance/follow-contents')).followContents(controller.signal),
      { once: true, passive: true, signal: controller.signal },
    )
    // Before a selection is copied, its formulas become TeX in dollars.
    listen('selectstart', () => void import('katex/contrib/copy-tex'))
    // Whoever drives a browser may know that keys and pointers are answered from here on.
    document.documentElement.dataset.ready = ''
    return () => controller.abort()
  }, [router])
  return null
}

/** Ctrl-K or ⌘K, anywhere: in a field too, and where single keys are switched off. */
function isShortcutOfSearch({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  isComposing,
}: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && !isComposing && key.toLowerCase() === 'k'
}
