import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { SourceComment } from '../source'

/** A line of `comments.ndjson`. */
export interface CollectedComment {
  id: string
  /** Id of the comment that it answers. */
  parent?: string
  /** URL of the post on the new site. */
  post: string
  author: string
  /** An address, or its SHA-256 in lower case if addresses are hashed. */
  email?: string
  url?: string
  /** ISO 8601 with offset. */
  date: string
  /** HTML or text, as the old site stored it. */
  text: string
  status: SourceComment['status']
}

/** How many comments were written, and why others were not. */
export interface CommentCounts {
  written: number
  /** Their posts were not imported. */
  withoutPost: number
  spam: number
}

/**
 * Write comments to a file of JSON objects, one a line, in the order of the source. Only one of them is in memory. Spam and the
 * comments of posts that were not imported are counted, not written.
 *
 * @param file `comments.ndjson`
 * @param postUrl finds the URL of a post on the new site by the id of the document
 * @param hashEmails write the hash of an address instead of the address, as Gravatar defines it: SHA-256 of the address without
 *   spaces around it, in lower case
 */
export async function collectComments(
  comments: AsyncIterable<SourceComment> | Iterable<SourceComment>,
  file: string,
  postUrl: (document: string) => string | undefined,
  hashEmails: boolean,
): Promise<CommentCounts> {
  const counts: CommentCounts = { written: 0, withoutPost: 0, spam: 0 }
  const output = createWriteStream(file)
  const done = finished(output)
  try {
    for await (const comment of comments) {
      const post = postUrl(comment.document)
      if (comment.status === 'spam') counts.spam++
      else if (post === undefined) counts.withoutPost++
      else {
        counts.written++
        const line = `${JSON.stringify(toLine(comment, post, hashEmails))}\n`
        if (!output.write(line)) await Promise.race([once(output, 'drain'), done])
      }
    }
  } finally {
    output.end()
    await done
  }
  return counts
}

function toLine(comment: SourceComment, post: string, hashEmails: boolean): CollectedComment {
  const { id, parent, author, email, url, date, text, status } = comment
  return {
    id,
    ...(parent ? { parent } : {}),
    post,
    author,
    ...(email ? { email: hashEmails ? hashEmail(email) : email } : {}),
    ...(url ? { url } : {}),
    date,
    text,
    status,
  }
}

function hashEmail(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex')
}
