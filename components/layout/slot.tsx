import { type ComponentType, createElement } from 'react'
import { slots } from '#site/slots'
import type { ArticleSlotProps, SlotProps } from '../../lib/published/slot-props'
import { getSite } from '../../lib/queries/site'

/** What a site adds to pages: a server component that `site/slots.tsx` exports under this name. Otherwise nothing. */
export async function Slot({ name }: { name: 'Head' | 'AfterMasthead' | 'Footer' }) {
  const Content = slots[name] as ComponentType<SlotProps> | undefined
  return Content ? createElement(Content, { site: await getSite() }) : null
}

/** What a site adds before or after each article. */
export async function ArticleSlot({
  name,
  post: { title, slug, url, lang, date, tags, category, series },
}: {
  name: 'BeforeArticle' | 'AfterArticle'
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
  return createElement(Content, { site: await getSite(), post })
}
