/**
 * The keys of local storage: the theme, whether single keys are disabled, and where the reader left articles. A type only,
 * because the scripts that use it share no module (`entry.ts`).
 */
export type StorageKey = 'theme' | 'keys' | 'places'
