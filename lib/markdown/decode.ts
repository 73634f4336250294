/** A path without its percent-encoding; as it is where a stray `%` makes it none. */
export function decodePath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
