/** Schemes that a link of an article may have. Others, such as `javascript:`, run code or open other programs. */
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
