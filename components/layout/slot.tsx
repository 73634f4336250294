import { type ComponentType, createElement } from 'react'
import { slots } from '#site/slots'
import type { ArticleSlotProps, SlotProps } from '../../lib/published/slot-props'
import type { Site } from '../../lib/site/config'

/** What a site adds to pages: a server component that `site/slots.tsx` exports under this name. Otherwise nothing. */
export function Slot({ name, site }: { name: 'Head' | 'AfterMasthead' | 'Footer'; site: Site }) {
  const Content = slots[name] as ComponentType<SlotProps> | undefined
  return Content ? createElement(Content, { site }) : null
}

/** What a site adds before or after each article. */
export function ArticleSlot({
  name,
  site,
  post: { title, slug, url, lang, date, tags, category, series },
}: {
  name: 'BeforeArticle' | 'AfterArticle'
  site: Site
  post: ArticleSlotProps['post']
}) {
  const Content = slots[name] as ComponentType<ArticleSlotProps> | undefined
  if (!Content) return null
  // Only what a slot needs: a client component would repeat its props in the page.
  const post = {
    ...{ title, slug, url, lang, date, tags },
    ...(category !== undefined && { category }),
    ...(series !== undefined && { series }),
  }
  return createElement(Content, { site, post })
}
