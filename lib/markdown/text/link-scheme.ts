import { translate } from '../../site/messages/translate.mjs'

/** Schemes that a link may have, in articles, front matter and the bibliography. Others, such as `javascript:`, run code or open other programs. */
export const linkSchemes: readonly string[] = ['http', 'https', 'mailto']

/**
 * The scheme of an address that a link must not have. Browsers ignore control characters and spaces in it.
 *
 * @returns undefined for an allowed scheme and for a relative address
 */
export function forbiddenScheme(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore them (https://url.spec.whatwg.org/#url-parsing)
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, '')) ?? []
  return scheme === undefined || linkSchemes.includes(scheme.toLowerCase()) ? undefined : scheme
}

/** What is expected of an address, for messages: `Found x; expected …`. Undefined if its scheme is allowed. */
export function explainScheme(address: string): string | undefined {
  return forbiddenScheme(address) === undefined
    ? undefined
    : translate`an address that starts with https:, http: or mailto:, or a relative one`
}
