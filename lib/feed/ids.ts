import { site } from '../../site.config'

/** A name for good (RFC 4151): neither the site's address nor an article's is in it. */
export function tagUri(specific: string): string {
  return `tag:${site.tagAuthority}:${specific}`
}
