import type { StorageKey } from './storage-key'

/** Read a stored text; null if there is none or if the browser does not allow storage. */
export function readStored(key: StorageKey): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
