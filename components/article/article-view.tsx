import { Fragment } from 'react'
import { describeArticle } from '@/lib/outputs/metadata/json-ld'
import { licenceOf } from '@/lib/outputs/metadata/licence'
import type { Article } from '@/lib/queries/article'
import type { Site } from '@/lib/site/config'
import { fill, siteMessages } from '@/lib/site/i18n'
import { formatDate, formatDay } from '@/lib/site/i18n/dates'
import { imageSources } from '@/lib/site/image-sizes.mjs'
import { authorUrl } from '@/lib/site/routes.mjs'
import { listUrl } from '@/lib/site/site-languages'
import { transitionName } from '@/lib/site/transition-name'
import { FormulaText } from '../layout/formula-text'
import { JsonLdScript } from '../layout/json-ld-script'
import { Problems } from '../layout/problems'
import { PostMeta } from '../lists/post-meta'
import { AdjacentPosts } from './adjacent-posts'
import { Body, Contents } from './body'
import { Citation } from './citation'
import { PostLinks } from './post-links'
import { Resume } from './resume'
import { SeriesBox } from './series-box'
import { Translations } from './translations'

/** A whole article: title block, series, table of contents, body, and related posts. */
export function ArticleView({ site, article }: { site: Site; article: Article }) {
  const { post, status, authors, series, previous, next, related, citedBy, translations } = article
  const licence = licenceOf(post, site)
  const { interface: t } = siteMessages(site)
  return (
    <article className="article-grid wide">
      <Resume words={t.resume} close={t.close} />
      <header className="mb-6">
        <h1
          lang={post.lang}
          className="text-balance font-semibold text-headline leading-tight"
          style={{ viewTransitionName: transitionName(post.url) }}
        >
          <FormulaText of={post} field="title" />
        </h1>
        <p className="mt-2 font-ui text-quiet text-small">
          {authors.map(({ id, name }, index) => (
            <Fragment key={id}>
              {index > 0 && ' · '}
              {post.source ? (
                name
              ) : (
                <a href={listUrl(site, authorUrl(id))} className="text-quiet no-underline hover:text-seal">
                  {name}
                </a>
              )}
            </Fragment>
          ))}
          {'　'}
          <time dateTime={formatDay(post.date, site.timeZone)}>{formatDate(post.date, site)}</time>
          {post.updated && (
            <>
              {'　'}
              <time dateTime={formatDay(post.updated, site.timeZone)}>
                {fill(t.updated, { date: formatDate(post.updated, site) })}
              </time>
            </>
          )}
        </p>
        <PostMeta site={site} post={post} status={status} />
        <Translations posts={translations} />
        {post.source && <Repost site={site} source={post.source} />}
      </header>
      <Problems site={site} problems={post.problems} />
      {series && <SeriesBox site={site} series={series} />}
      {post.body && <Contents body={post.body} label={t.contents} lang={post.lang} />}
      <div lang={post.lang} className="prose">
        {post.cover && (
          // biome-ignore lint/performance/noImgElement: authors choose the sizes and formats of their images
          <img
            src={post.cover.url}
            width={post.cover.width}
            height={post.cover.height}
            {...imageSources(post.cover)}
            style={{ backgroundColor: post.cover.placeholder }}
            alt=""
            className="mb-4"
          />
        )}
        {post.body && <Body body={post.body} part="page" />}
      </div>
      <footer className="mt-12 grid gap-6 border-rule border-t pt-4">
        <AdjacentPosts site={site} previous={previous} next={next} />
        <PostLinks site={site} title={t.citedBy} posts={citedBy} />
        <PostLinks site={site} title={t.related} posts={related} />
        <Citation site={site} post={post} authors={authors} />
        {licence && <Licence site={site} licence={licence} />}
      </footer>
      <JsonLdScript nodes={describeArticle(article, site)} />
    </article>
  )
}

function Licence({
  site,
  licence: { name, url },
}: {
  site: Site
  licence: NonNullable<ReturnType<typeof licenceOf>>
}) {
  const { interface: t } = siteMessages(site)
  const [before, after] = t.licence.split('{licence}')
  return (
    <p className="font-ui text-quiet text-small">
      {before}
      <a href={url} rel="license" className="text-quiet">
        {name}
      </a>
      {after}
    </p>
  )
}

function Repost({
  site,
  source: { title, author, url },
}: {
  site: Site
  source: NonNullable<Article['post']['source']>
}) {
  const { interface: t } = siteMessages(site)
  return (
    <p className="mt-2 border-seal border-l-2 pl-2 text-small">
      {t.repost} <a href={url}>{title}</a>
      {fill(t.repostBy, { author })}
    </p>
  )
}
