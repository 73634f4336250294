// Type of the module that `lib/cli/site-code.mjs` generates.

/** The exports of `site/slots.tsx`. */
export const slots: Readonly<Record<string, unknown>>
