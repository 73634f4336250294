/** The generic families of CSS. They are not quoted. */
const generic = new Set(
  'serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math'.split(
    ' ',
  ),
)

/**
 * Read a font stack, as in the `font-family` of CSS.
 *
 * @returns its names without quotes and without generic families, which would hide the fonts after them; undefined if it is
 * not a list of names
 */
export function readFontStack(text: string): string[] | undefined {
  const names = text.split(',').map((name) =>
    name
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim(),
  )
  if (!names.every(isFontName)) return undefined
  const own = names.filter((name) => !generic.has(name.toLowerCase()))
  return own.length > 0 ? own : undefined
}

/** Is this the name of a font family? It is printed between quotes. */
export function isFontName(name: string): boolean {
  return name.length <= 100 && /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._+-]*$/u.test(name)
}

/** Print names as a font stack. */
export function printFontStack(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}
