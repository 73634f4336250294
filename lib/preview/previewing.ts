import 'server-only'
import { cookies, draftMode } from 'next/headers'
import { settings } from '../settings'
import { readToken } from './token'

/** Holds the token of the one post that is previewed. */
export const previewCookie = 'lemma-preview'

/**
 * Does whoever asks hold a link to the preview of this post? Next's draft mode alone would show every hidden post to
 * whoever was shown one. Outside draft mode no cookie is read, so that pages stay static.
 */
export async function isPreviewing(slug: string): Promise<boolean> {
  if (!(await draftMode()).isEnabled) return false
  const token = (await cookies()).get(previewCookie)?.value ?? ''
  return readToken(slug, token, settings.revalidateSecret(), Date.now()) !== undefined
}
