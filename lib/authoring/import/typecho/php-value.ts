import { unserialize } from 'php-serialize'

/** A value that PHP stored: JSON, or PHP's own format in versions before 1.3; undefined if it is neither. */
export function readPhpValue(text: string): unknown {
  try {
    return /^(?:[aOsidb]:|N;)/.test(text) ? unserialize(text) : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A property of a value that PHP stored, as text; empty if it has none. */
export function property(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const found = (value as Record<string, unknown>)[name]
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}
