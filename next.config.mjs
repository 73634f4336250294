import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import { functionCacheProgram, pageCacheProgram } from './lib/cli/programs.mjs'
import { readQueryRedirects } from './lib/cli/query-redirects.mjs'
import { prefersMarkdown } from './lib/http/prefers-markdown.mjs'
import { noSources, printPolicy, securityHeaders } from './lib/http/security-headers.mjs'
import { replaceEntryScripts } from './lib/runtime/scripts/replace-entry-scripts.mjs'
import { fileKinds } from './lib/site/file-types.mjs'
import { siteFolder } from './lib/site/folders.mjs'
import { imageQuality, imageWidths } from './lib/site/image-sizes.mjs'
import { redirects, representationRewrite, routes } from './lib/site/routes.mjs'
import { hashFiles, listFiles } from './lib/store/files.mjs'
import { toPosix } from './lib/store/windows.mjs'

// Vercel has a page cache of its own.
const isOwnServer = !process.env.VERCEL

// A page is fresh within a second of a commit, so proxies have to revalidate it. Most responses are 304.
const caching = [
  {
    source:
      '/:path((?!_next/|api/|card.png$|favicon.ico$|formulas/|icon.svg$|media/|preview/|random$|speculation-rules.json$|theme.css$).*)',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }],
  },
]

// Vercel serves images and other files of articles as static files (`lib/cli/vercel.mjs`), without the headers of their
// route (`lib/outputs/media/media-headers.ts`).
/** @param {readonly string[]} extensions */
const filesOf = (extensions) => `/media/:hash/:name(.*\\.(?:${extensions.join('|')}))`
const media = [
  {
    source: '/media/:path*',
    headers: [
      { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' },
      { key: 'X-Content-Type-Options', value: 'nosniff' },
    ],
  },
  {
    // An SVG opened by itself must not run as a page of this site.
    source: filesOf(['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'gif']),
    headers: [
      {
        key: 'Content-Security-Policy',
        value: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      },
    ],
  },
  {
    source: filesOf(fileKinds.text),
    headers: [{ key: 'Content-Type', value: 'text/plain; charset=utf-8' }],
  },
  {
    source: filesOf(fileKinds.download),
    headers: [
      // Browsers take the name from the URL.
      { key: 'Content-Disposition', value: 'attachment' },
      { key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" },
    ],
  },
]

/**
 * On Vercel: the headers that our own server sends. A header of a host cannot contain hashes of the scripts in a page, so inline
 * scripts are allowed there (docs/security.md).
 */
function hostedSecurity() {
  const state = `${published}/state.json`
  const { sources = noSources } = existsSync(state) ? JSON.parse(readFileSync(state, 'utf8')) : {}
  const policy = printPolicy(sources, { inlineScripts: ["'unsafe-inline'"], hasComponents: true })
  const all = Object.entries(securityHeaders).map(([key, value]) => ({ key, value }))
  return [
    { source: '/:path*', headers: all },
    {
      source: '/:path((?!_next/|api/|formulas/|media/)[^.]*)',
      headers: [{ key: 'Content-Security-Policy', value: policy }],
    },
  ]
}

// A preview deployment shows drafts (`lib/published/visibility.ts`).
const noIndex = [{ source: '/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] }]

// The code that draws. Its fonts are not hashed, because a server would read 7 MB at each start; `make.ts` makes them.
const drawing = [
  ...listFiles('lib/outputs/card').filter((name) => /\.m?[jt]s$/.test(name)),
  'lib/markdown/tex/drawing/draw-formula.ts',
  'lib/markdown/tex/drawing/mathjax.ts',
  'package-lock.json',
]

// What the site publishes. A site that is deployed as functions is in the engine's folder, or below it.
const site = toPosix(relative('.', siteFolder()))
const published = site.startsWith('..') ? '.lemma' : join(site, '.lemma')

// Files that routes read at run time and Next cannot find in their code. A host that traces files puts them into each
// function (`e2e/hosting/functions.spec.ts` runs functions with nothing else). A key matches every route that contains it.
const traced = {
  '/**': [`./${published}/*.json`, `./${published}/bodies/**/*`],
  // Files of the site that routes of ours send. The others are static files on Vercel, and sent by our server elsewhere.
  '/site-icon': [`./${published}/public/*/icon.svg`],
  '/site-favicon': [`./${published}/public/*/favicon.ico`],
  '/card.png': [`./${published}/public/*/card.png`],
  '/indexnow/**': [`./${published}/public/*/*.txt`],
  // On Vercel images are static files, because a function cannot be larger than 250 MB.
  ...(isOwnServer && { '/media/**': [`./${published}/media/**/*`] }),
}
// One worker draws cards and formulas, so Next traces the fonts for both. Only cards need them.
const notTraced = {
  '/{formulas/**,atom.xml,feed.xml,feed.json,{authors,categories,series,tags}/*/*,in-language/*/{*,*/*/*}}': [
    './lib/outputs/card/fonts/**/*',
  ],
}

/** @type {import('next/dist/lib/load-custom-routes').Rewrite[]} */
const rewrites = [
  ...routes.flatMap(({ pattern, rewrite }) => (rewrite ? [{ source: pattern, destination: rewrite }] : [])),
  {
    source: '/posts/:slug',
    has: [{ type: 'header', key: 'accept', value: prefersMarkdown.source }],
    destination: '/posts/:slug/markdown',
  },
]

/** @type {import('next').NextConfig} */
const shared = {
  cacheComponents: true,
  partialPrefetching: true,
  // Otherwise a process of 70 MB for each core compiles stylesheets.
  experimental: { turbopackPluginRuntimeStrategy: 'workerThreads' },
  // Data of the components of a site. JSON needs no rule.
  turbopack: { rules: { '*.csv': { type: 'text' } } },
  poweredByHeader: false,
  images: {
    // The optimiser makes these versions of our images, and of nothing else.
    localPatterns: [{ pathname: '/media/**', search: '' }],
    remotePatterns: [],
    deviceSizes: imageWidths,
    imageSizes: [],
    qualities: [imageQuality],
    formats: ['image/avif', 'image/webp'],
    // The URL of an image changes with its content.
    minimumCacheTTL: 31_536_000,
    maximumDiskCacheSize: 500_000_000,
    contentDispositionType: 'inline',
  },
  // Our server compresses responses (`lib/runtime/server/compress.ts`).
  compress: false,
  // Preloads are in the page, which is compressed, and not in a header.
  reactMaxHeadersLength: 0,
  serverExternalPackages: [
    // Its plugins register with it, so there must be one instance.
    '@citation-js/core',
    '@citation-js/plugin-bibtex',
    '@citation-js/plugin-ris',
    // It contains WebAssembly.
    '@resvg/resvg-wasm',
  ],
  // The cache key of a card contains its text and this hash.
  env: { LEMMA_DRAWING: hashFiles(drawing) },
  // `npm test` checks types; a build for a new article does not have to.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingIncludes: traced,
  outputFileTracingExcludes: notTraced,
  redirects: async () =>
    Object.entries(redirects).map(([source, destination]) => ({ source, destination, permanent: true })),
  rewrites: async () => ({
    beforeFiles: isOwnServer ? rewrites : [...readQueryRedirects(), ...rewrites],
    afterFiles: [representationRewrite],
  }),
  headers: async () => [
    // One URL, two representations.
    { source: '/posts/:slug', headers: [{ key: 'Vary', value: 'Accept' }] },
    // In a file, so that pages need no inline script for it.
    {
      source: '/:path((?!_next/|api/|formulas/|media/)(?:[^.]*|.*\\.html?))',
      headers: [{ key: 'Speculation-Rules', value: '"/speculation-rules.json"' }],
    },
    ...(isOwnServer ? caching : [...hostedSecurity(), ...media]),
    ...(process.env.VERCEL_ENV === 'preview' ? noIndex : []),
  ],
  ...(isOwnServer && {
    cacheHandler: resolve(pageCacheProgram),
    cacheHandlers: { default: resolve(functionCacheProgram) },
  }),
}

/** @param {string} phase @returns {Promise<import('next').NextConfig>} */
export default async function config(phase) {
  if (phase === PHASE_PRODUCTION_BUILD) return building()
  return phase === PHASE_DEVELOPMENT_SERVER ? developing() : shared
}

/** @returns {Promise<import('next').NextConfig>} */
async function building() {
  // Imported here, because a server does not need esbuild.
  const { bundleBrowser, writeScripts } = await import('./lib/runtime/scripts/bundle-browser.mjs')
  const { entry, scripts } = await bundleBrowser()
  return {
    ...shared,
    env: { ...shared.env, LEMMA_ENTRY: `/_next/static/chunks/browser/${entry}` },
    compiler: {
      runAfterProductionCompile: async ({ distDir }) => {
        replaceEntryScripts(distDir)
        await writeScripts(join(distDir, 'static/chunks/browser'), scripts)
      },
    },
  }
}

/** `npm run dev` serves the scripts of pages itself. @returns {import('next').NextConfig} */
function developing() {
  const { LEMMA_BROWSER: server } = process.env
  return {
    ...shared,
    env: { ...shared.env, LEMMA_ENTRY: '/browser/entry.js' },
    rewrites: async () => ({
      beforeFiles: [
        ...readQueryRedirects(),
        ...rewrites,
        { source: '/browser/:file', destination: `${server}/:file` },
      ],
      afterFiles: [representationRewrite],
    }),
  }
}
