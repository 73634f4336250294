/** Pixels, as those who show cards ask for them. */
export const cardSize = { width: 1200, height: 630 } as const
