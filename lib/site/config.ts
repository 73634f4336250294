// The settings of a site and their rules: types, messages and docs/configuration.md are made from them.

import * as v from 'valibot'
import { analyticsSetting, footerSetting, verificationSetting } from './footer-settings'
import { interfaceTexts } from './i18n'
import { type Language, languages } from './languages'
import { translate } from './messages/translate.mjs'
import { explainPattern } from './permalinks'
import { explainRedirect } from './redirect-rules'
import { hostName, link, text, webUrl } from './setting-rules'
import { completeTheme, type Theme, themeSchema } from './theme/schema'

const count = v.pipe(
  v.number(),
  v.check(
    (value) => Number.isInteger(value) && value > 0 && value <= 1000,
    translate`a whole number from 1 to 1000`,
  ),
)
const languageNames = Object.keys(languages) as [Language, ...Language[]]

const words = v.record(
  v.pipe(
    v.string(),
    v.check((name) => interfaceTexts.has(name), translate`the name of a text in lib/site/i18n`),
  ),
  v.string(),
)

/** A language with settings of its own. What it does not set is as in the first language; `words` are ours. */
const languageWithSettings = v.strictObject({
  language: v.picklist(languageNames),
  name: v.exactOptional(text),
  tagline: v.exactOptional(v.string()),
  navigation: v.exactOptional(v.array(link)),
  words: v.exactOptional(words),
})

/** A language, or a language with settings of its own. Not a union, whose issues would not say what is wrong in it. */
const languageOfSite = v.lazy((input) =>
  typeof input === 'object' ? languageWithSettings : v.picklist(languageNames),
)

function tagOf(language: v.InferInput<typeof languageOfSite>): Language {
  return typeof language === 'string' ? language : language.language
}

/** Is this the origin of a URL, without a path? */
function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value)
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** The settings, in the order of the documentation. */
export const settingSchemas = {
  name: v.pipe(text, v.description('Name of the site, in the masthead, in feeds and in page titles')),
  url: v.pipe(
    v.string(),
    v.check(
      isOrigin,
      translate`the origin of a URL, such as https://example.org, without a path or a slash at its end`,
    ),
    v.description('URL of the site without a path: `https://example.org`. Feeds and the sitemap contain it'),
  ),
  language: v.pipe(
    v.picklist(languageNames),
    v.description(
      'Language of the interface, and of articles without `lang`. A site in several languages has `languages` instead',
    ),
  ),
  languages: v.optional(
    v.pipe(
      v.array(languageOfSite),
      v.check((all) => all.length > 0, translate`at least one language`),
      v.check((all) => new Set(all.map(tagOf)).size === all.length, translate`each language once`),
      v.description(
        'Languages of a site in several languages (docs/languages.md). The lists of the first are at `/`, those of another at `/en`. An item is a language, or `{ language, name, tagline, navigation, words }` with settings for it',
      ),
    ),
  ),
  untranslated: v.optional(
    v.pipe(
      v.picklist(['hide', 'show']),
      v.description(
        'Whether the index, the archive and the search of a language also `show` articles that are not translated into it, marked with their language, or `hide` them',
      ),
    ),
    'hide',
  ),
  author: v.pipe(
    text,
    v.description(
      'Author of posts without `authors`: the name of a file in `content/authors`, without `.yml`',
    ),
  ),
  tagline: v.optional(v.pipe(v.string(), v.description('One line next to the name')), ''),
  timeZone: v.optional(
    v.pipe(
      v.string(),
      v.check(isTimeZone, translate`an IANA time zone, such as Asia/Shanghai`),
      v.description(
        'IANA time zone of dates without an offset, and of all dates that are shown: `Asia/Shanghai`',
      ),
    ),
    'UTC',
  ),
  licence: v.optional(
    v.pipe(
      v.strictObject({ name: text, url: webUrl }),
      v.description('Licence of articles without `licence`, except reposts: its name and URL'),
    ),
  ),
  securityContact: v.optional(
    v.pipe(
      v.string(),
      v.check((value) => /^(mailto:.+@|https:\/\/)/.test(value), translate`a mailto: or https:// URL`),
      v.description(
        'Contact for security reports: `mailto:security@example.org`, or the URL of a page. Published as `/.well-known/security.txt` (RFC 9116); without it, that file does not exist',
      ),
    ),
  ),
  navigation: v.optional(
    v.pipe(v.array(link), v.description('Links of the masthead, in order: `{ label, href }`')),
    [],
  ),
  footer: v.optional(
    v.pipe(
      footerSetting,
      v.description(
        'Lines of the footer: `icp`, `publicSecurity`, `copyright`, `social` and `feeds` (docs/customising.md)',
      ),
    ),
  ),
  verification: v.optional(
    v.pipe(
      verificationSetting,
      v.description(
        'Codes with which search engines verify that the site is yours: `google`, `bing`, `baidu`',
      ),
    ),
  ),
  analytics: v.optional(
    v.pipe(
      analyticsSetting,
      v.description(
        'Analytics services: `umami`, `plausible`, `goatcounter`, `baidu` or `custom` (docs/customising.md). Without it, pages make no request to other hosts',
      ),
    ),
  ),
  permalinks: v.optional(
    v.pipe(
      v.strictObject({
        posts: v.optional(
          v.pipe(
            v.string(),
            v.rawCheck(({ dataset, addIssue }) => {
              const expected = dataset.typed && explainPattern(dataset.value)
              if (expected) addIssue({ message: expected })
            }),
          ),
        ),
      }),
      v.description(
        "URLs of posts: `{ posts: '/:year/:month/:slug' }`, with `:year`, `:month`, `:day`, `:slug` and `:id` (docs/addresses.md). Default: `/posts/:slug`, which redirects to the new URL",
      ),
    ),
  ),
  redirects: v.optional(
    v.pipe(
      v.record(v.string(), v.string()),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return
        for (const [from, to] of Object.entries(dataset.value)) {
          const problem = explainRedirect(from, to)
          if (problem)
            addIssue({
              message: problem.expected,
              input: problem.found,
              path: [{ type: 'object', origin: 'value', input: dataset.value, key: from, value: to }],
            })
        }
      }),
      v.description(
        "Old paths and what they redirect to: `{ '/old': '/new', '/wiki/*': 'https://wiki.example.org/*' }` (docs/addresses.md). A long list belongs in `content/redirects.txt`",
      ),
    ),
  ),
  postsPerPage: v.optional(v.pipe(count, v.description('Number of teasers on an index page')), 8),
  feedEntries: v.optional(
    v.pipe(
      count,
      v.description('Number of posts on each page of a feed; the first page contains the newest'),
    ),
    20,
  ),
  tagAuthority: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w.@-]+,\d{4}(-\d\d(-\d\d)?)?$/, translate`a domain and a date, such as example.org,2026`),
      v.description(
        'Authority of the tag URIs that identify feed entries (RFC 4151): a domain that you own, and a date on which you owned it. Set it once and keep it even if the domain changes; otherwise feed readers show every article as new. Default: the host of `url`, and 2026',
      ),
    ),
  ),
  websubHub: v.optional(
    v.pipe(
      webUrl,
      v.description(
        'WebSub hub that notifies subscribers: `https://pubsubhubbub.appspot.com/`. Without one, feed readers poll',
      ),
    ),
  ),
  macros: v.optional(
    v.pipe(
      v.record(
        v.pipe(v.string(), v.regex(/^\\([a-zA-Z]+|.)$/u, translate`a command of TeX, such as \\R`)),
        v.string(),
      ),
      v.description("KaTeX macros for all formulas: `{ '\\\\R': '\\\\mathbb{R}' }`"),
    ),
    {},
  ),
  mathBrackets: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'Whether `\\(…\\)` and `\\[…\\]` are formulas. In Markdown they are escaped brackets, so most sites use `false`',
      ),
    ),
    false,
  ),
  theorems: v.optional(
    v.pipe(
      v.picklist(['together', 'apart']),
      v.description(
        'Whether theorems, lemmas and similar statements share one counter (`together`) or each kind has its own (`apart`)',
      ),
    ),
    'together',
  ),
  citationStyle: v.optional(
    v.pipe(
      text,
      v.description(
        'CSL style of citations: `gb-t-7714`, `apa`, `vancouver`, `harvard1`, or the path of a `.csl` file in the site folder',
      ),
    ),
    'gb-t-7714',
  ),
  theme: v.optional(
    v.pipe(
      themeSchema,
      v.description(
        'Colours, fonts and column width: `{ light: { accent, paper, ink }, dark: { … }, fonts: { latin, han }, fontFiles, columnWidth }` (`docs/theme.md`)',
      ),
    ),
  ),
  imageHosts: v.optional(
    v.pipe(
      v.array(hostName),
      v.description(
        'Other hosts whose images articles may show: `upload.wikimedia.org`. Readers load these images from there, unchanged',
      ),
    ),
    [],
  ),
  embeds: v.optional(
    v.pipe(
      v.array(hostName),
      v.description(
        'Hosts whose players articles may embed by `<iframe>`: `player.bilibili.com`. They load when the reader clicks, not before',
      ),
    ),
    [],
  ),
  trust: v.optional(
    v.pipe(
      v.picklist(['high', 'low']),
      v.description(
        'Whether articles are trusted. `low` is for sites with guest authors: articles use no components, and HTML and TeX only as far as they are harmless (docs/security.md)',
      ),
    ),
    'high',
  ),
  words: v.optional(
    v.pipe(
      words,
      v.description(
        "Texts of the interface that replace ours, by their name in `lib/site/i18n`: `{ readMore: '继续阅读' }`",
      ),
    ),
    {},
  ),
}

/** The settings of a site. Settings that are not listed are errors. */
export const siteSchema = v.pipe(
  v.strictObject(settingSchemas),
  v.forward(
    v.check(
      ({ language, languages: [first = language] = [] }) => tagOf(first) === language,
      translate`the first of languages, or no language`,
    ),
    ['language'],
  ),
)

type Input = v.InferInput<typeof siteSchema>
type Output = v.InferOutput<typeof siteSchema>

/** The settings of a site as an author writes them in `site.config.ts`: with `language`, or with `languages`. */
export type SiteConfig = Input | (Omit<Input, 'language'> & Required<Pick<Input, 'languages'>>)

/** A language of a site, with the settings that differ from those of the first. */
export type SiteLanguage = v.InferOutput<typeof languageWithSettings>

/** The complete settings of a site. They are published with the content, and read by `getSite`. */
export type Site = Omit<Output, 'languages' | 'tagAuthority' | 'theme'> & {
  /** The languages of a site in several languages, the first first. */
  languages?: SiteLanguage[]
  tagAuthority: string
  /** Not set if the site has the default design. */
  theme?: Theme
}

/** Add the language of a site that only has `languages`, which is the first of them. @param config untrusted */
export function addLanguage(config: unknown): unknown {
  if (typeof config !== 'object' || config === null || 'language' in config) return config
  const [first] = 'languages' in config && Array.isArray(config.languages) ? config.languages : []
  return first ? { ...config, language: tagOf(first) } : config
}

/** Add the defaults that depend on other settings. */
export function completeSite({ theme: chosen, languages: names, ...config }: Output): Site {
  const theme = chosen && completeTheme(chosen)
  const all = names?.map((name) => (typeof name === 'string' ? { language: name } : name))
  return {
    ...config,
    ...all?.[0],
    ...(all && all.length > 1 && { languages: all }),
    tagAuthority: config.tagAuthority ?? `${new URL(config.url).host},2026`,
    ...(theme && { theme }),
  }
}
