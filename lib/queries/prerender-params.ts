import 'server-only'
import { isWindowsFileName } from '../store/windows.mjs'

/** How many articles a build prerenders: the newest, which most readers open. Others are rendered on the first request. */
export const prerenderedPosts = 10

/** How many pages of each kind of list a build prerenders. */
export const prerenderedLists = 5

/**
 * The parameters of the pages that a build prerenders for a dynamic route. Next writes each page to a file with the name of
 * the parameter. A page whose name Windows does not allow, such as that of the tag `C: basics`, is rendered there on its first
 * request.
 *
 * @param all the most important first
 * @param placeholder parameters of a page that does not exist: Next requires at least one entry for a static route
 */
export function prerenderParams<Params extends Readonly<Record<string, string | string[]>>>(
  all: readonly Params[],
  limit: number,
  placeholder: Params,
  platform = process.platform,
): Params[] {
  const isAllowed = (params: Params) => Object.values(params).flat().every(isWindowsFileName)
  const possible = platform === 'win32' ? all.filter(isAllowed) : all
  return possible.length > 0 ? possible.slice(0, limit) : [placeholder]
}
