/**
 * Could a script take an element with this id for a value of its own? Browsers make every id a global variable: with
 * `<h2 id="plausible">`, `window.plausible` is the heading. No script uses a name with a hyphen or a Han character.
 */
export function isGlobalName(id: string): boolean {
  return /^[\w$]*$/.test(id)
}
