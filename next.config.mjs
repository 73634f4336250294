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
  ...(isOwnServer && { cacheHandler: fileURLToPath(new URL('lib/cache/page-cache.mjs', import.meta.url)) }),
}

export default config
