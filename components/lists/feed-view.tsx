import { feedTitle } from '@/lib/outputs/feed/title'
import type { FeedList, FeedPage } from '@/lib/queries/feed-page'
import type { Site } from '@/lib/site/config'
import { feedNames, feedUrl } from '@/lib/site/feed-address'
import { fill, siteMessages } from '@/lib/site/i18n'
import { feedFiles } from '@/lib/site/routes.mjs'
import { PageTitle } from '../layout/page-title'
import { PostList } from './post-list'

/** A feed that was opened in a browser: its URLs and its posts. */
export function FeedView({ site, list, feed }: { site: Site; list: FeedList; feed: FeedPage }) {
  const { interface: t } = siteMessages(site)
  return (
    <>
      <PageTitle
        title={fill(t.subscribeTo, { title: feedTitle(list.kind, feed.name, site) })}
        note={t.subscribeHow}
      />
      <dl className="mb-8">
        {feedFiles.map((file) => (
          <Address key={file} name={feedNames[file]} url={site.url + feedUrl(feed.url, file)} />
        ))}
        <Address name={t.subscribeImages} url={site.url + feedUrl(feed.url, 'feed.xml', 'svg')} />
      </dl>
      <h2 className="mb-2 font-semibold text-title">{t.subscribeNewest}</h2>
      <PostList site={site} posts={feed.posts.map(({ post }) => post)} />
    </>
  )
}

function Address({ name, url }: { name: string; url: string }) {
  return (
    <>
      <dt className="text-quiet text-small">{name}</dt>
      <dd className="mb-2">
        <code className="wrap-anywhere select-all text-small">{url}</code>
      </dd>
    </>
  )
}
