import 'server-only'
import { cookies, draftMode } from 'next/headers'
import { connection } from 'next/server'
import { settings } from '../../site/settings'
import { readToken } from './token'

/** The cookie with the token of the post that is previewed. */
export const previewCookie = 'lemma-preview'

/**
 * Does the reader have a preview link to this post? Next's draft mode alone would show every hidden post to a reader with
 * one of these links. Outside draft mode no cookie is read, so that pages stay static.
 */
export async function isPreviewing(slug: string): Promise<boolean> {
  if (!(await draftMode()).isEnabled) return false
  // Next logs an error if a page reads the clock before it reads data of the request or awaits `connection()`.
  await connection()
  const token = (await cookies()).get(previewCookie)?.value ?? ''
  return readToken(slug, token, settings.revalidateSecret(), Date.now()) !== undefined
}
