/** Where a reader left an article: its path, and the hash of the section. */
export type Place = [path: string, hash: string]

/** How many articles a place is kept for: those left last. */
const kept = 20

/** Read what was stored: newest first, and nothing where it is no list of places. */
export function parsePlaces(text: string | null): Place[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isPlace).slice(0, kept) : []
  } catch {
    return []
  }
}

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
}

/** Put a place before the others, or forget it where there is no hash. */
export function withPlace(places: readonly Place[], path: string, hash: string | undefined): Place[] {
  const others = places.filter(([other]) => other !== path)
  return hash === undefined ? others : [[path, hash] as Place, ...others].slice(0, kept)
}
