import { hash } from '../../store/store'

/** The part of an image's URL that changes with its content: 12 hex digits. */
export function hashImage(data: Buffer): string {
  return hash(data.toString('base64')).slice(0, 12)
}
