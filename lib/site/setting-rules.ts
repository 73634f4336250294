// Rules of values that several settings share.

import * as v from 'valibot'
import { translate } from './messages/translate.mjs'

/** A message of a rule says what is expected: `Found url: "x"; expected …`. */
export const text = v.pipe(v.string(), v.nonEmpty(translate`text that is not empty`))

export const webUrl = v.pipe(
  v.string(),
  v.check(
    (value) => /^https?:\/\//.test(value) && URL.canParse(value),
    translate`a URL that starts with https:// or http://`,
  ),
)

function isPathOrUrl(value: string): boolean {
  return value.startsWith('/') || /^(https?:\/\/|mailto:)/.test(value)
}

export const link = v.strictObject({
  label: v.pipe(text, v.description('Text of the link')),
  href: v.pipe(
    v.string(),
    v.check(isPathOrUrl, translate`a path that starts with /, or a URL`),
    v.description('Path or URL: `/archive`, `https://example.org`, `mailto:me@example.org`'),
  ),
})

/** The host of a URL, as URLs have it. */
export const hostName = v.pipe(
  v.string(),
  v.check(
    (value) =>
      value.includes('.') && URL.canParse(`https://${value}`) && new URL(`https://${value}`).host === value,
    translate`the host of a URL, such as player.bilibili.com, without https:// and without a path`,
  ),
)
