import type { UrlsByLanguage } from '@/lib/queries/list-urls'
import type { Site } from '@/lib/site/config'
import { languages } from '@/lib/site/languages'
import { languagesOf, listUrl } from '@/lib/site/site-languages'

/**
 * Links to a page in the other languages of the site, as list items.
 *
 * @param urls paths of the page by language; for a language without it, the link leads to the index
 */
export function LanguageSwitch({ site, urls }: { site: Site; urls: UrlsByLanguage }) {
  return languagesOf(site)
    .filter((language) => language !== site.language)
    .map((language) => (
      <li key={language}>
        <a
          href={urls[language] ?? listUrl(site, '/', language)}
          lang={language}
          hrefLang={language}
          className="font-ui"
        >
          {languages[language].name}
        </a>
      </li>
    ))
}
