// Next writes into each page what React needs to hydrate it. Pages without interactive components are not hydrated.

/** Inline scripts with the payload and the entry modules, the loader of Next's scripts, and the preload of the loader. */
const scripts =
  /<script>(?:\(self\.__next_f=|self\.__next_f\.push\(|\(globalThis\["TURBOPACK"\])[^<]*<\/script>|<script [^>]*src="[^"]*\/load-next-[^"]*"[^>]*><\/script>|<link [^>]*href="[^"]*\/load-next-[^"]*"[^>]*>/g

/**
 * Remove from a page without interactive components what only React would read: a fifth of its compressed size, and all
 * inline scripts except the one that restores the theme. If a future Next writes it in another form, it stays in the
 * page, which does no harm, and `e2e/site/scripts.spec.ts` fails.
 */
export function withoutPayload(html: string): string {
  if (html.includes('data-component=') || html.includes('id="__next_error__"')) return html
  return html.replace(scripts, '')
}
