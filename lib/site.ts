/** What an author sets once for the whole site, in `site.config.ts`. */
export interface SiteConfig {
  /** The name in the masthead, the feed and every page title. */
  name: string
  /** One line beside the name. */
  tagline: string
  /** Where the site is published, without a trailing slash: `https://example.org`. Feeds and the sitemap need it. */
  url: string
  /** Language of the interface and of articles that do not say otherwise. */
  language: 'zh-CN' | 'en'
  /** IANA time zone in which dates without an offset are read and shown: `Asia/Shanghai`. */
  timeZone: string
  /** Author of every post that names none: the file name of one in `content/authors`. */
  author: string
  /** Licence of the articles, shown under each that names no other and is no repost. */
  licence: { name: string; url: string }
  /**
   * Whom to tell of a security problem: `mailto:security@example.org`, or the address of a page. Shown at
   * `/.well-known/security.txt` (RFC 9116); without one there is no such file.
   */
  securityContact?: `mailto:${string}` | `https://${string}`
  /** Links of the masthead, in order. */
  navigation: readonly { label: string; href: string }[]
  /** How many teasers stand on one index page. */
  postsPerPage: number
  /** KaTeX macros known to every formula: `{ '\\R': '\\mathbb{R}' }`. */
  macros: Readonly<Record<string, string>>
  /** `\(…\)` and `\[…\]` are formulas too. In Markdown they are escaped brackets, so most sites say false. */
  mathBrackets: boolean
  /** Theorems, lemmas and their kin share one counter, or each kind has its own. */
  theorems: 'together' | 'apart'
  /** How many posts a feed carries, the newest; the older ones stand on its further pages. */
  feedEntries: number
  /**
   * Who names the entries of feeds: a domain you own, and a date on which you did (RFC 4151). Set it once, when the site
   * is founded, and keep it even when the domain changes: readers would otherwise be shown every article anew.
   */
  tagAuthority: string
  /** WebSub hub that tells subscribers of what is new: `https://pubsubhubbub.appspot.com/`. Without one, readers ask. */
  websubHub?: string
  /** CSL style of citations: `gb-t-7714`, `apa`, `vancouver`, `harvard1`, or the path of a `.csl` file. */
  citationStyle: string
}
