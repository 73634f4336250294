import { fileURLToPath } from 'node:url'
import { contentIsPublished } from './lib/cli/content-published.mjs'
import { hashFiles, listFiles } from './lib/cli/files.mjs'
import { prefersMarkdown } from './lib/http/prefers-markdown.mjs'
import { deferScripts } from './lib/hydration/defer-scripts.mjs'

// Vercel has a page cache of its own.
const isOwnServer = !process.env.VERCEL

// What is fresh within a second of a commit must not be kept by a proxy in front; the answer is mostly 304.
const caching = [
  {
    source: '/:path((?!_next/|api/|formulas/|fragments/|icon.svg$|media/|preview/|random$).*)',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }],
  },
  {
    // Next names it with a hash; a navigation that found it stale would fetch it again.
    source: '/icon.svg',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
  },
]

// Code alone: a server that starts need not read 7 MB of fonts, which `make.mjs` makes.
const drawing = [
  ...listFiles('lib/card').filter((name) => /\.m?[jt]s$/.test(name)),
  'lib/markdown/draw-formula.ts',
  'lib/markdown/mathjax.ts',
  'package-lock.json',
]

/** @type {import('next').NextConfig} */
const config = {
  cacheComponents: true,
  partialPrefetching: true,
  // Of the process that compiles stylesheets there were as many as cores, of 70 MB each.
  experimental: { turbopackPluginRuntimeStrategy: 'workerThreads' },
  poweredByHeader: false,
  // Our server does (`lib/server/compress.mjs`); `next start` has nobody else for it.
  compress: !process.env.LEMMA_COMPRESSES,
  // Fonts to be preloaded are named in the page, where they are compressed; a header is not, and comes with the data of
  // every navigation too.
  reactMaxHeadersLength: 0,
  // Bytes of rendered pages in memory, where Chinese takes twice as many: fifty articles. The rest lie on the disk.
  cacheMaxMemorySize: 12 * 1024 * 1024,
  serverExternalPackages: [
    // Its plugins register with it: there must be one of it.
    '@citation-js/core',
    '@citation-js/plugin-bibtex',
    '@citation-js/plugin-ris',
    // Its program is not JavaScript.
    '@resvg/resvg-wasm',
  ],
  // Cards are kept by what they say and by how they are drawn.
  env: { LEMMA_DRAWING: hashFiles(drawing) },
  // Pages read the content when they are rendered: code is compiled while `npm run build` compiles the content.
  compiler: {
    runAfterProductionCompile: async ({ distDir }) => {
      deferScripts(distDir)
      await contentIsPublished()
    },
  },
  // `npm test` checks them; to build a site for a new article need not.
  typescript: { ignoreBuildErrors: true },
  // Pages read the published content from disk at run time; a host that traces files must bring it along.
  outputFileTracingIncludes: { '/**': ['./.lemma/**/*'] },
  rewrites: async () => ({
    beforeFiles: [
      { source: '/posts/:slug.png', destination: '/posts/:slug/card' },
      { source: '/posts/:slug.md', destination: '/posts/:slug/markdown' },
      { source: '/posts/:slug.:format(bib|ris|json)', destination: '/posts/:slug/citation/:format' },
      // IndexNow's key stands at the root, under a name that is no constant.
      { source: '/:key([a-zA-Z0-9-]{8,128}).txt', destination: '/indexnow/:key' },
      {
        source: '/posts/:slug',
        has: [{ type: 'header', key: 'accept', value: prefersMarkdown.source }],
        destination: '/posts/:slug/markdown',
      },
    ],
  }),
  headers: async () => [
    // One address, two representations.
    { source: '/posts/:slug', headers: [{ key: 'Vary', value: 'Accept' }] },
    ...(isOwnServer ? caching : []),
  ],
  ...(isOwnServer && { cacheHandler: fileURLToPath(new URL('lib/cache/page-cache.mjs', import.meta.url)) }),
}

export default config
