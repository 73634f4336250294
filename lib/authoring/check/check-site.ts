import { existsSync, readFileSync } from 'node:fs'
import type { Problem } from '../../markdown/problems/problem'
import type { Published } from '../../published/types'
import type { Site } from '../../site/config'
import { listed, translate } from '../../site/messages/translate.mjs'
import { listHref } from '../../site/site-languages'
import { locateSetting } from '../site/locate-setting'
import { configFile } from '../site/read-site'
import { isOnSite, type SitePages } from './check-links'

/** The content that the configuration is compared with. */
type Content = Pick<Published, 'authors' | 'posts' | 'pages'> & {
  site: Pick<Site, 'author' | 'navigation' | 'language' | 'languages'>
}

/**
 * Find what the configuration refers to and the content does not have: the author of the site, and pages of the navigation. A site
 * without any content is new: it has neither.
 */
export function checkSite({ site, authors, posts, pages: documents }: Content, pages: SitePages): Problem[] {
  if (authors.length + posts.length + documents.length === 0) return []
  const { author } = site
  const problems: Problem[] = []
  if (!authors.some(({ id }) => id === author))
    problems.push({
      file: configFile,
      ...placeOf('author'),
      rule: 'site',
      message: translate`Found author: ${author}; expected one of ${listed(authors.map(({ id }) => id)) || translate`(none exist)`}.`,
      hint: translate`Create content/authors/${author}.yml with a name.`,
    })
  for (const { href, path } of navigationLinks(site)) {
    if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(href)) continue
    if (href.startsWith('/') && isOnSite(href, pages)) continue
    problems.push({
      file: configFile,
      ...placeOf(...path, 'href'),
      rule: 'site',
      message: href.startsWith('/')
        ? translate`Found navigation to ${href}; the site has no such page.`
        : translate`Found navigation to ${href}; expected a path that starts with /, or a URL.`,
      hint: /^\/[^/]+$/.test(href)
        ? translate`Create content/pages${href}.mdx with a title, or remove the link from navigation.`
        : translate`Correct the path, or remove the link from navigation.`,
    })
  }
  return problems
}

/** The links of the navigation in all languages, each with the path of its setting. */
function navigationLinks({ navigation, language, languages }: Content['site']) {
  const own = languages?.flatMap((one, index) =>
    one.navigation
      ? { links: one.navigation, language: one.language, path: ['languages', String(index)] }
      : [],
  )
  // The navigation of the first language may be that of the site.
  const menus = [
    ...(own?.some((menu) => menu.language === language) ? [] : [{ links: navigation, language, path: [] }]),
    ...(own ?? []),
  ]
  return menus.flatMap((menu) =>
    menu.links.map(({ href }, index) => ({
      href: listHref({ language: menu.language, ...(languages && { languages }) }, href),
      path: [...menu.path, 'navigation', String(index)],
    })),
  )
}

/** The position of a setting in the configuration. */
function placeOf(...path: string[]): { line: number; column: number } {
  return existsSync(configFile)
    ? locateSetting(readFileSync(configFile, 'utf8'), path)
    : { line: 1, column: 1 }
}
