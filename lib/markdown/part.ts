/** The ways an article is printed: its own page, its opening in lists, the feed, what its labels name. */
export const parts = ['page', 'teaser', 'feed', 'previews'] as const
export type Part = (typeof parts)[number]
/** Those that pages show piece by piece. */
export type PagePart = 'page' | 'teaser'

/** File of one printed part in a folder of bodies. */
export function partFile(key: string, part: Part): string {
  return `${key}.${part}.json.br`
}
