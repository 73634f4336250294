/** One page of each type, and of each kind of article. */
export const pageTypes = {
  index: '/',
  'a further index page': '/page/2',
  'an article with figures, tables and numbers': '/posts/logistic-map',
  'an article with footnotes and contents': '/posts/fourier-3-uncertainty',
  'an article with theorems and citations': '/posts/gamma-function',
  'an article with code': '/posts/fast-inverse-square',
  'an article with code that folds': '/posts/matrix-2-svd',
  'an article in English': '/posts/coin-weighing-en',
  archive: '/archive',
  tags: '/tags',
  'a tag': '/tags/变分',
  'a category': '/categories/数学研究',
  'all series': '/series',
  'a series': '/series/matrix-geometry',
  'an author': '/authors/lin-he',
  'a feed opened in a browser': '/subscribe',
  'a page of its own': '/about',
  search: '/search',
  'search that found something': '/search?q=变分',
  'search that found formulas': '/search?q=\\int',
  'search that found nothing': '/search?q=zzzzz',
  'a deleted article': '/gone',
  'a page that failed': '/error',
  'an unknown address': '/no-such-page',
} as const

export type PageType = keyof typeof pageTypes
