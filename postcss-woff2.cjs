/**
 * Leaves of KaTeX's fonts the WOFF2 files: every browser that knows our colours (`light-dark()`) reads them, and the
 * addresses of forty others took a tenth of the stylesheet.
 *
 * @returns {import('postcss').Plugin}
 */
function keepWoff2() {
  return {
    postcssPlugin: 'keep-woff2',
    Declaration: {
      src(declaration) {
        const sources = declaration.value.split(/,\s*(?=url\()/)
        const kept = sources.filter((source) => source.includes('.woff2'))
        if (kept.length > 0 && kept.length < sources.length) declaration.value = kept.join(', ')
      },
    },
  }
}
keepWoff2.postcss = true
module.exports = keepWoff2
