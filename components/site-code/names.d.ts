// Type of the module that `lib/cli/site-code.mjs` generates.

/** The names of the components that articles of this build can use. */
export const componentNames: readonly string[]
