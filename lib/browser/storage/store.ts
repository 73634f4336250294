import type { StorageKey } from './storage-key'

/** Store a text in the browser; null removes it. @returns false if the browser does not allow storage */
export function store(key: StorageKey, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}
