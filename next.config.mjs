import { fileURLToPath } from 'node:url'

// Vercel has a page cache of its own.
const isOwnServer = !process.env.VERCEL

/** @type {import('next').NextConfig} */
const config = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // Pages read the published content from disk at run time; a host that traces files must bring it along.
  outputFileTracingIncludes: { '/**': ['./.lemma/**/*'] },
  // What is fresh within a second of a commit must not be kept by a proxy in front; the answer is mostly 304.
  ...(isOwnServer && {
    headers: async () => [
      {
        source: '/:path((?!_next/|api/|fragments/|media/|preview/|random$).*)',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }],
      },
    ],
  }),
  ...(isOwnServer && { cacheHandler: fileURLToPath(new URL('lib/cache/page-cache.mjs', import.meta.url)) }),
}

export default config
