import type { Language } from '@/lib/site/languages'

/**
 * What the pages receive that each language of a site has. Next calls those of the first language; `app/[...path]` calls them
 * with another language.
 */
export interface ListProps<Params = unknown> {
  params: Promise<Params & { language?: Language }>
}
