// Redirects from addresses with a query, for hosts that have their own server. Ours sends them itself
// (`lib/runtime/server/send-redirects.ts`).
// JavaScript, because `next.config.mjs` imports it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteFolder } from '../site/folders.mjs'

/** Characters of a condition: a route of Vercel must not be longer than 4,096. */
const maxLength = 2_000

/** @typedef {{ source: string, has: { type: 'query', key: string, value: string }[], destination: string }} QueryRewrite */

/**
 * Rewrites of the published redirects whose source has a query to the route that redirects. The content is published before
 * a host builds the code.
 *
 * @returns {QueryRewrite[]}
 */
export function readQueryRedirects() {
  const file = join(siteFolder(), '.lemma/state.json')
  if (!existsSync(file)) return []
  /** @type {import('../published/types').PublishedState} */
  const { redirects = [] } = JSON.parse(readFileSync(file, 'utf8'))
  return toQueryRewrites(redirects.map(({ from }) => from))
}

/**
 * One rewrite serves many values of one parameter, because Vercel allows 2,048 routes.
 *
 *     /?p=1, /?p=2  →  { source: '/', has: [{ type: 'query', key: 'p', value: '(?:1|2)' }], destination: '/redirects/' }
 *
 * @param {readonly string[]} sources as `canonicalSource` returns them
 * @returns {QueryRewrite[]}
 */
export function toQueryRewrites(sources) {
  /** @type {Map<string, string[]>} values by path and parameter */
  const single = new Map()
  /** @type {QueryRewrite[]} */
  const rewrites = []
  for (const source of sources) {
    const [path = '', search] = source.split('?')
    if (search === undefined) continue
    const [first, ...others] = new URLSearchParams(search)
    if (!first) continue
    const [key, value] = first
    if (others.length > 0) rewrites.push(rewrite(path, [first, ...others]))
    else {
      const values = single.get(`${path}?${key}`)
      if (values) values.push(value)
      else single.set(`${path}?${key}`, [value])
    }
  }
  for (const [name, values] of single) {
    const [path = '', key = ''] = name.split('?')
    for (const part of split(values.map(escapeValue)))
      rewrites.push(withConditions(path, [[key, `(?:${part})`]]))
  }
  return rewrites
}

/** @param {string} path @param {readonly (readonly [string, string])[]} parameters */
function rewrite(path, parameters) {
  return withConditions(
    path,
    parameters.map(([key, value]) => [key, escapeValue(value)]),
  )
}

/** @param {string} path @param {readonly (readonly [string, string])[]} conditions @returns {QueryRewrite} */
function withConditions(path, conditions) {
  return {
    // Next reads these characters as syntax of patterns.
    source: path.replace(/[():*?+{}\\]/g, '\\$&'),
    has: conditions.map(([key, value]) => ({ type: 'query', key, value })),
    destination: `/redirects${path === '/' ? '' : path.replace(/[():*?+{}\\]/g, '\\$&')}`,
  }
}

/** Join alternatives, at most `maxLength` characters each. @param {readonly string[]} values */
function split(values) {
  /** @type {string[]} */
  const parts = []
  for (const value of values) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + value.length < maxLength)
      parts[parts.length - 1] = `${last}|${value}`
    else parts.push(value)
  }
  return parts
}

/** @param {string} text */
function escapeValue(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
