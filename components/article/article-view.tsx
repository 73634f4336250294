import { Fragment } from 'react'
import type { Article } from '@/lib/content/queries'
import { authorUrl } from '@/lib/content/urls'
import { fill, messages } from '@/lib/i18n'
import { formatDate, formatDay } from '@/lib/i18n/dates'
import { describeLink, describePost, describeSeries } from '@/lib/i18n/posts'
import { describeArticle } from '@/lib/metadata/json-ld'
import { licenceOf } from '@/lib/metadata/licence'
import { transitionName } from '@/lib/transition-name'
import { site } from '@/site.config'
import { Citation } from '../citation'
import { Further } from '../further'
import { JsonLd } from '../json-ld'
import { Neighbours } from '../neighbours'
import { PostMeta } from '../post-meta'
import { Problems } from '../problems'
import { SeriesBox } from '../series-box'
import { Translations } from '../translations'
import { Body, Contents } from './body'
import { Resume } from './resume'

/** A whole article: title block, series, contents, body, and what comes after. */
export function ArticleView({ article }: { article: Article }) {
  const { post, mark, authors, series, previous, next, related, citedBy, translations } = article
  const licence = licenceOf(post)
  const { interface: t } = messages(site.language)
  return (
    <article className="article-grid wide">
      <header className="mb-6">
        <h1
          lang={post.lang}
          className="text-balance font-semibold text-headline leading-tight"
          style={{ viewTransitionName: transitionName(post.url) }}
        >
          {post.title}
        </h1>
        <p className="mt-2 font-ui text-quiet text-small">
          {authors.map(({ id, name }, index) => (
            <Fragment key={id}>
              {index > 0 && ' · '}
              {post.source ? (
                name
              ) : (
                <a href={authorUrl(id)} className="text-quiet no-underline hover:text-seal">
                  {name}
                </a>
              )}
            </Fragment>
          ))}
          {'　'}
          <time dateTime={formatDay(post.date)}>{formatDate(post.date, site.language)}</time>
          {post.updated && (
            <>
              {'　'}
              <time dateTime={formatDay(post.updated)}>
                {fill(t.updated, { date: formatDate(post.updated, site.language) })}
              </time>
            </>
          )}
        </p>
        <PostMeta {...describePost(post, mark)} />
        <Translations posts={translations} />
        {post.source && <Repost source={post.source} />}
      </header>
      <Problems problems={post.problems} />
      {series && <SeriesBox {...describeSeries(series)} />}
      {post.body && <Contents body={post.body} label={t.contents} lang={post.lang} />}
      <div lang={post.lang} className="prose">
        {post.cover && (
          // biome-ignore lint/performance/noImgElement: sizes and formats of an author's images are the author's
          <img
            src={post.cover.url}
            width={post.cover.width}
            height={post.cover.height}
            alt=""
            className="mb-4"
          />
        )}
        {post.body && <Body body={post.body} part="page" />}
      </div>
      <Resume words={t.resume} close={t.close} />
      <footer className="mt-12 grid gap-6 border-rule border-t pt-4">
        <Further title={t.citedBy} posts={citedBy.map(describeLink)} />
        <Further title={t.related} posts={related.map(describeLink)} />
        <Neighbours previous={previous} next={next} />
        <Citation post={post} authors={authors} />
        {licence && <Licence licence={licence} />}
      </footer>
      <JsonLd described={describeArticle(article)} />
    </article>
  )
}

function Licence({ licence: { name, url } }: { licence: NonNullable<ReturnType<typeof licenceOf>> }) {
  const { interface: t } = messages(site.language)
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

function Repost({ source: { title, author, url } }: { source: NonNullable<Article['post']['source']> }) {
  const { interface: t } = messages(site.language)
  return (
    <p className="mt-2 border-seal border-l-2 pl-2 text-small">
      {t.repost} <a href={url}>{title}</a>
      {fill(t.repostBy, { author })}
    </p>
  )
}
