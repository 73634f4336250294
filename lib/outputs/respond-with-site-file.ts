import 'server-only'
import { alwaysRevalidate, immutable, respondConditionally } from '../http/conditional'
import { readSiteFile } from '../published/read-site-file'
import { findPublishedFile } from '../queries/site-files'

/**
 * Respond with a file of the site; undefined if there is none of this path.
 *
 * @param path as in its URL, decoded, without the first slash
 */
export async function respondWithSiteFile(request: Request, path: string): Promise<Response | undefined> {
  const file = findPublishedFile(path)
  const body = file && (await readSiteFile(file))
  if (!body) return undefined
  return respondVersioned(request, { body, type: file.type, version: file.hash })
}

/** Respond with content whose URL may contain its version, `?v=`: then clients may keep it. */
export function respondVersioned(
  request: Request,
  { body, type, version }: { body: BodyInit; type: string; version: string },
): Response {
  const isVersioned = new URL(request.url).searchParams.get('v') === version
  const headers = { 'cache-control': isVersioned ? immutable : alwaysRevalidate }
  return respondConditionally(request, { body, type, version, headers })
}
