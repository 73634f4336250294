import type { FeedList, FeedPage } from '@/lib/content/queries'
import { feedFiles, feedNames, feedUrl } from '@/lib/feed/address'
import { feedTitle } from '@/lib/feed/title'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'
import { PageTitle } from './page-title'
import { PostList } from './post-list'

const { interface: t } = messages(site.language)

/** A feed for who opened it in a browser: its addresses, and what it carries. */
export function FeedView({ list, feed }: { list: FeedList; feed: FeedPage }) {
  return (
    <>
      <PageTitle
        title={fill(t.subscribeTo, { title: feedTitle(list.kind, feed.name) })}
        note={t.subscribeHow}
      />
      <dl className="mb-8">
        {feedFiles.map((file) => (
          <Address key={file} name={feedNames[file]} path={feedUrl(feed.url, file)} />
        ))}
        <Address name={t.subscribeImages} path={feedUrl(feed.url, 'feed.xml', 'svg')} />
      </dl>
      <h2 className="mb-2 font-semibold text-title">{t.subscribeNewest}</h2>
      <PostList posts={feed.posts.map(({ post }) => post)} />
    </>
  )
}

function Address({ name, path }: { name: string; path: string }) {
  return (
    <>
      <dt className="text-quiet text-small">{name}</dt>
      <dd className="mb-2">
        <code className="wrap-anywhere select-all text-small">{site.url + path}</code>
      </dd>
    </>
  )
}
