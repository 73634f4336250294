interface HandedOver {
  value: unknown
  /** That are being written with it. */
  pages: number
}

/** By name. Pages and components are bundled apart: one map a process. */
const place = globalThis as { lemmaHandedOver?: Map<string, HandedOver> }
place.lemmaHandedOver ??= new Map()

export const handedOver = place.lemmaHandedOver

/** What `handOver` gave this name. @throws where no page is being written with it */
export function takeOver<T>(id: string): T {
  const { value } = handedOver.get(id) ?? {}
  if (value === undefined) throw new Error(`Nothing is named ${id}: it is read while its page is written.`)
  return value as T
}
