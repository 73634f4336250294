import rss from '@11ty/eleventy-plugin-rss'
import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight'
import katexPlugin from '@vscode/markdown-it-katex'
import markdownIt from 'markdown-it'
import footnote from 'markdown-it-footnote'

const katex = katexPlugin.default ?? katexPlugin
const perPage = 10

export default function configure(eleventy) {
  eleventy.setLibrary(
    'md',
    markdownIt({ html: true, linkify: false }).use(footnote).use(katex, { throwOnError: false }),
  )
  eleventy.addPlugin(syntaxHighlight)
  eleventy.addPlugin(rss)
  eleventy.addPassthroughCopy({
    'site.css': 'static/site.css',
    'node_modules/prismjs/themes/prism.css': 'static/prism.css',
    'node_modules/katex/dist/katex.min.css': 'katex/katex.min.css',
    'node_modules/katex/dist/fonts': 'katex/fonts',
  })
  eleventy.addFilter('day', (date) => new Date(date).toISOString().slice(0, 10))
  const findPosts = (api) => api.getFilteredByGlob('src/posts/*.md').sort((a, b) => a.date - b.date)
  eleventy.addCollection('posts', findPosts)
  // Eleventy paginates a single list, so this list contains all pages of all tags.
  eleventy.addCollection('tagPages', (api) => {
    const byTag = new Map()
    for (const post of findPosts(api).reverse())
      for (const tag of post.data.tags ?? []) {
        if (!byTag.has(tag)) byTag.set(tag, [])
        byTag.get(tag).push(post)
      }
    return [...byTag].flatMap(([tag, posts]) => {
      const pages = Math.ceil(posts.length / perPage)
      return Array.from({ length: pages }, (_, index) => ({
        tag,
        n: index + 1,
        pages,
        posts: posts.slice(index * perPage, (index + 1) * perPage),
        url: index > 0 ? `/tags/${tag}/${index + 1}/` : `/tags/${tag}/`,
      }))
    })
  })
  return {
    dir: { input: 'src', output: '_site', includes: '_includes' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  }
}
