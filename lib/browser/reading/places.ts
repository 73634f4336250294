/** The place at which a reader left an article: its path, and the hash of the section. */
export type Place = [path: string, hash: string]

/** For how many articles a place is stored. */
const maxPlaces = 20

/** Parse stored places, newest first; an invalid value gives an empty list. */
export function parsePlaces(text: string | null): Place[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isPlace).slice(0, maxPlaces) : []
  } catch {
    return []
  }
}

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
}

/** Add a place at the front; without a hash, remove the place of the article. */
export function withPlace(places: readonly Place[], path: string, hash: string | undefined): Place[] {
  const others = places.filter(([other]) => other !== path)
  return hash === undefined ? others : [[path, hash] as Place, ...others].slice(0, maxPlaces)
}
