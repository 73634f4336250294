import 'server-only'

/** How many articles a build prerenders, the newest: what most readers ask for. The archive follows on first requests. */
export const prerenderedPosts = 10

/** How many pages a build prerenders of each kind of list. */
export const prerenderedLists = 5

/**
 * The parameters of the pages of a route that a build prerenders.
 *
 * @param all in the order of their weight
 * @param none of a page that does not exist: Next takes a dynamic route for static only with an example
 */
export function examples<Params>(all: readonly Params[], limit: number, none: Params): Params[] {
  return all.length > 0 ? all.slice(0, limit) : [none]
}
