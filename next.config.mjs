/** @type {import('next').NextConfig} */
const config = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // Pages read the published content from disk at run time; a host that traces files must bring it along.
  outputFileTracingIncludes: { '/**': ['./.lemma/**/*'] },
}

export default config
