import { getSearchFilters } from '@/lib/search/find-documents'
import { longestQuery, type SearchRequest } from '@/lib/search/request'
import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { listUrl } from '@/lib/site/site-languages'

/** The search field and filters. A plain form; scripts update the results as the reader types (`lib/browser/overlay/search.ts`). */
export async function SearchForm({ site, request }: { site: Site; request: SearchRequest }) {
  const { interface: t } = siteMessages(site)
  const { years, categories, series } = await getSearchFilters(site.language)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a `search` element cannot be a form
    <form
      action={listUrl(site, '/search')}
      role="search"
      className="search-form"
      data-failed={t.searchFailed}
    >
      <input
        type="search"
        name="q"
        defaultValue={request.q}
        maxLength={longestQuery}
        aria-label={t.searchField}
        aria-describedby="search-hint"
        placeholder={t.searchField}
        autoComplete="off"
        spellCheck={false}
      />
      <button type="submit">{t.search}</button>
      <p id="search-hint" className="search-hint">
        {t.searchHint}
      </p>
      <fieldset>
        <legend className="sr-only">{t.searchNarrow}</legend>
        <Filter
          name="year"
          all={t.allYears}
          value={request.year}
          options={years.map((year) => [year, year])}
        />
        <Filter
          name="category"
          all={t.allCategories}
          value={request.category}
          options={categories.map((category) => [category, category])}
        />
        <Filter
          name="series"
          all={t.allSeries}
          value={request.series}
          options={series.map(({ slug, title }) => [slug, title])}
        />
      </fieldset>
    </form>
  )
}

function Filter({
  name,
  all,
  value = '',
  options,
}: {
  name: string
  all: string
  value?: string | undefined
  options: [value: string, label: string][]
}) {
  return (
    <select name={name} defaultValue={value} aria-label={all}>
      <option value="">{all}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
