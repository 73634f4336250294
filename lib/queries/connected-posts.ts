import { readPublished } from '../published/read-index'
import type { Connection } from '../published/types'
import { readListing } from './listing'
import { type PostSummary, toSummary } from './summary'

/** The listed posts of a post's connection, in its order. */
export function readConnectedPosts(slug: string, kind: keyof Connection): PostSummary[] {
  const { connections } = readPublished()
  const { bySlug } = readListing()
  // A slug can be `constructor`.
  const connection = Object.hasOwn(connections, slug) ? connections[slug] : undefined
  return (connection?.[kind] ?? []).flatMap((other) => {
    const post = bySlug.get(other)
    return post ? [toSummary(post)] : []
  })
}
