// Type of the module that `lib/cli/site-code.mjs` generates.
import type { ArticleComponent } from '../article/load-component'

/** The components of the site, by name. */
export const registry: Readonly<Record<string, ArticleComponent>>
