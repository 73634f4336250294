/** What this site remembers for a reader, on the reader's own machine; null where nothing is, or storage is not allowed. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Remember a text under a name, or forget it by null. @returns whether the reader allows it */
export function store(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
    return true
  } catch {
    return false
  }
}
