/** A source that cannot be read, with a message for the author: what was found, what was expected, and what to do. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}
