// Conditional requests, for Next's bundles and for what runs outside them.

/**
 * Does a reader who sent this `If-None-Match` have the version of this name? Compared weakly (RFC 9110, 13.1.2):
 * compression makes no other content.
 *
 * @param {string} condition
 * @param {string} etag
 */
export function matches(condition, etag) {
  const opaque = (/** @type {string} */ tag) => tag.trim().replace(/^W\//, '')
  return condition.trim() === '*' || condition.split(',').some((tag) => opaque(tag) === opaque(etag))
}
