/**
 * Is a dollar in a text the sign of a price: `$5`, `$20,000`, `US$ 5`?
 *
 * @param start offset of the dollar
 */
export function isPrice(text: string, start: number): boolean {
  const hasCountry = /[A-Z]/.test(text.charAt(start - 1))
  const after = text.slice(start + 1, start + 40)
  const price = /^ ?\d[\d,]*(?:\.\d+)?(?:[KkMmBb]|bn)?/.exec(after)?.[0]
  if (price === undefined || (price.startsWith(' ') && !hasCountry)) return false
  return !/[\w\\^=+*<>{}$(]/.test(after.charAt(price.length))
}
