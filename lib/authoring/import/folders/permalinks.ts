import type { SourceDate } from './dates'

/**
 * Fill in a permalink pattern: `/:year/:month/:title/`. The longest name of a token applies, and unknown ones stay.
 *
 * @param values by name of the token
 */
export function fillPermalink(pattern: string, values: Readonly<Record<string, string | undefined>>): string {
  const names = Object.keys(values).sort((a, b) => b.length - a.length)
  const token = new RegExp(`:(${names.map((name) => name.replace(/\W/g, '\\$&')).join('|')})`, 'g')
  return pattern.replace(token, (found, name: string) => values[name] ?? found).replace(/\/{2,}/g, '/')
}

/** The tokens of a date that Hexo, Hugo and Jekyll have in common. */
export function dateTokens({ year, month, day, hour, minute, second }: SourceDate): Record<string, string> {
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    year: String(year),
    month: two(month),
    day: two(day),
    hour: two(hour),
    minute: two(minute),
    second: two(second),
    i_month: String(month),
    i_day: String(day),
    short_year: String(year).slice(2),
  }
}

/** Hexo's `slugize`: everything but letters and digits becomes a hyphen. */
export function hexoSlug(name: string, filenameCase: unknown): string {
  const slug = name
    .normalize('NFKD')
    .replace(/(?<=[a-zA-Z])\p{M}+/gu, '')
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that Hexo replaces.
    .replace(/[\u0000-\u001f\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return filenameCase === 1 ? slug.toLowerCase() : filenameCase === 2 ? slug.toUpperCase() : slug
}

/** Hugo's `urlize`: lower case, hyphens for spaces, no punctuation. */
export function hugoSlug(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}._~+/#-]+/gu, '')
    .replace(/-{2,}/g, '-')
}

/** Jekyll's default `slugify`: lower case, hyphens for everything but letters and digits. */
export function jekyllSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** A path with `/` at its start, and one slash between segments. */
export function toPath(...segments: string[]): string {
  return `/${segments.join('/')}`.replace(/\/{2,}/g, '/')
}
