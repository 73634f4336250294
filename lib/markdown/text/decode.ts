/** Decode a percent-encoded path. A path with an invalid `%` is returned unchanged. */
export function decodePath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
