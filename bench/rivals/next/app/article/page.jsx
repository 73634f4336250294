import 'katex/dist/katex.min.css'
import { readFileSync } from 'node:fs'
import { evaluate } from '@mdx-js/mdx'
import * as runtime from 'react/jsx-runtime'
import rehypeKatex from 'rehype-katex'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'

export const dynamic = 'force-static'

/**
 * An article as the well-known starters of this stack show one: MDX compiled to React elements, formulas by
 * rehype-katex among them, in a server component that is rendered once, when the site is built.
 */
export default async function ArticlePage() {
  const { default: Article } = await evaluate(readFileSync('article.mdx', 'utf8'), {
    ...runtime,
    remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath],
    rehypePlugins: [rehypeKatex],
  })
  return (
    <article>
      <Article />
    </article>
  )
}
