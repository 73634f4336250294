interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string }
}

/** Browsers with Trusted Types accept only HTML from a policy whose name the page allows (`lib/http/security-headers.mjs`). */
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('lemma', { createHTML: (html) => html })

/** Mark HTML as safe to insert. Only for text of our own, and for what our own server sends. */
export function trustHtml(html: string): string {
  return policy ? policy.createHTML(html) : html
}
