import { createHash } from 'node:crypto'

/** Bytes that are hashed at once: a multiple of 3, so that the pieces of Base64 can be joined. */
const pieceLength = 3 * 65_536

/** The part of the URL of an image or another published file that changes with its content: 12 hex digits. */
export function hashImage(data: Buffer): string {
  // The hash of `["<Base64>"]`, as earlier versions computed it: published URLs contain it.
  const hash = createHash('sha256').update('["')
  for (let start = 0; start < data.length; start += pieceLength)
    hash.update(data.toString('base64', start, start + pieceLength))
  return hash.update('"]').digest('hex').slice(0, 12)
}
