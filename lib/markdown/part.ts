/** The ways an article is printed: its own page, its opening in lists, the feed. */
export const parts = ['page', 'teaser', 'feed'] as const
export type Part = (typeof parts)[number]

/** File of one printed part in a folder of bodies. */
export function partFile(key: string, part: Part): string {
  return `${key}.${part}.json.br`
}
