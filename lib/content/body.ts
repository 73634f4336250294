import 'server-only'
import type { PagePart } from '../markdown/part'
import type { PrintNode } from '../markdown/print'
import { cacheContent } from './cache'
import { readFeedPart, readPart } from './part'

/** What React needs to know of a printed part: where its static pieces go. The pieces themselves stay on the disk. */
export async function getPrintNodes(
  key: string,
  part: PagePart,
): Promise<{ nodes: PrintNode[]; hasContents: boolean }> {
  'use cache'
  cacheContent()
  const { nodes, contents } = readPart(key, part)
  return { nodes, hasContents: Boolean(contents) }
}

/** A body for the feed, as HTML: formulas in MathML, addresses absolute. */
export async function getFeedHtml(key: string): Promise<string> {
  'use cache'
  cacheContent()
  return readFeedPart(key)
}
