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
  // The fastest setting with MDX.
  integrations: [mdx({ optimize: true })],
  // Otherwise Astro finds Lemma's configuration in a parent folder.
  vite: { css: { postcss: { plugins: [] } } },
})
