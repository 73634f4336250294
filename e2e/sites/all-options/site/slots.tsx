import type { ArticleSlotProps, SlotProps } from '@/lib/published/slot-props'

export function Head({ site }: SlotProps) {
  return <meta name="slot" content={site.name} />
}

export function AfterMasthead({ site }: SlotProps) {
  return <aside aria-label="公告">{site.tagline}</aside>
}

export function BeforeArticle({ post }: ArticleSlotProps) {
  return <p className="before-article">读前：{post.title}</p>
}

export function AfterArticle({ post }: ArticleSlotProps) {
  return (
    <section aria-label="评论">
      <a href={`mailto:ada@all.example?subject=${encodeURIComponent(post.title)}`}>来信</a>
    </section>
  )
}

export function Footer({ site }: SlotProps) {
  return <p className="footer-slot">{site.author} 的站</p>
}
