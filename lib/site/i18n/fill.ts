/**
 * Replace the placeholders of a message: `fill('第 {part} 篇', { part: 3 })`. `{count|post|posts}` is the first word if
 * `count` is 1, otherwise the second.
 */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(
    /\{(\w+)(?:\|(\w+)\|(\w+))?\}/g,
    (whole, name: string, one?: string, other?: string) =>
      String(other === undefined ? (values[name] ?? whole) : values[name] === 1 ? one : other),
  )
}
