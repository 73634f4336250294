import rss from '@astrojs/rss'
import { allPosts } from '../posts'
export async function GET(context) {
  const posts = await allPosts()
  return rss({
    title: '数学札记',
    description: '数学札记',
    site: context.site,
    items: posts.map((p) => ({
      title: p.data.title,
      pubDate: p.data.date,
      description: p.data.summary,
      link: `/posts/${p.id}/`,
    })),
  })
}
