// Headers that limit what a page, and other sites, can do. JavaScript, because Node reads `next.config.mjs` and what it imports
// without translation.

/** Headers of every response, in lower case. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
}

/**
 * What a policy allows beyond the site's own files.
 *
 * @typedef {object} PolicySources
 * @property {readonly string[]} services origins that the site's slots and analytics use: for scripts, styles, images, fonts, frames
 * and connections
 * @property {readonly string[]} images hosts whose images articles show
 * @property {readonly string[]} frames hosts whose frames, videos and recordings articles show when the reader asks for them
 */

/** @type {PolicySources} a site that uses nothing of others */
export const noSources = { services: [], images: [], frames: [] }

/**
 * Print a content security policy (https://www.w3.org/TR/CSP3/). KaTeX sets heights and widths in `style` attributes, which
 * therefore are allowed everywhere.
 *
 * @param {PolicySources} sources
 * @param {object} page
 * @param {readonly string[]} page.inlineScripts sources for the inline scripts of the page: hashes, or `'unsafe-inline'`
 * @param {boolean} page.hasComponents the page contains code of the author, which may insert `<style>` elements and use sinks of
 * Trusted Types, as React does
 */
export function printPolicy({ services, images, frames }, { inlineScripts, hasComponents }) {
  const own = ["'self'", ...services]
  const isOpen = hasComponents || services.length > 0
  /** @type {Record<string, readonly string[]>} */
  const directives = {
    'default-src': ["'none'"],
    'script-src': [...own, ...inlineScripts],
    'style-src': isOpen ? [...own, "'unsafe-inline'"] : own,
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': [...own, 'data:', ...toSources(images)],
    'font-src': own,
    'media-src': ["'self'", ...toSources(frames)],
    'connect-src': own,
    'manifest-src': ["'self'"],
    ...(services.length + frames.length > 0 && { 'frame-src': [...services, ...toSources(frames)] }),
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    ...(!isOpen && { 'require-trusted-types-for': ["'script'"], 'trusted-types': ['lemma'] }),
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

/** @param {readonly string[]} hosts */
function toSources(hosts) {
  return hosts.map((host) => `https://${host}`)
}
