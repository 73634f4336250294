/** What pages handed over last, by name. Pages and components are bundled apart: one map a process. */
const place = globalThis as { lemmaHandedOver?: Map<string, unknown> }
place.lemmaHandedOver ??= new Map()
const handedOver = place.lemmaHandedOver

/** More than are ever being written at once. When a page is written nobody tells: `after` is not for prerendered ones. */
const kept = 512

/**
 * Hand something past React's payload to the component that writes it into the page (`takeOver`): the two are rendered
 * apart, in one process, one right after the other.
 *
 * @param id its name: what goes by the same name is the same
 */
export function handOver(id: string, value: unknown): void {
  handedOver.delete(id)
  handedOver.set(id, value)
  const [oldest] = handedOver.keys()
  if (handedOver.size > kept && oldest !== undefined) handedOver.delete(oldest)
}

/** What was handed over by this name. @throws where nothing was */
export function takeOver<T>(id: string): T {
  const value = handedOver.get(id)
  if (value === undefined) throw new Error(`Nothing is named ${id}: it is read while its page is written.`)
  return value as T
}

/** What goes by this name is written, and nobody else will ask for it. */
export function forget(id: string): void {
  handedOver.delete(id)
}
