/** The location of a source for messages: without the password of a database. */
export function showLocation(location: string): string {
  return location.replace(/(:\/\/[^:@/]*):.*@/, '$1:…@')
}
