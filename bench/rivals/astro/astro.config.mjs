import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'

export default defineConfig({
  site: 'http://localhost',
  markdown: {
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }),
    shikiConfig: { theme: 'github-light' },
  },
  // Its fastest way with MDX.
  integrations: [mdx({ optimize: true })],
  // Else it looks for a configuration in the folders above, and finds Lemma's.
  vite: { css: { postcss: { plugins: [] } } },
})
