// Types for `site/slots.tsx`.
import type { Site } from '../site/config'
import type { Post } from './types'

/** What every slot receives. */
export interface SlotProps {
  /** The settings of the site. */
  site: Site
}

/** What the slots before and after an article receive. */
export interface ArticleSlotProps extends SlotProps {
  post: Pick<Post, 'title' | 'slug' | 'url' | 'lang' | 'date' | 'tags' | 'category' | 'series'>
}
