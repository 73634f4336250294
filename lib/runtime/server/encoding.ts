import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'

/** The content encodings of our responses, best first. */
export type Encoding = 'br' | 'gzip'

/** The content encoding of the response to a request; undefined sends it uncompressed. */
export function chooseEncoding(request: IncomingMessage): Encoding | undefined {
  const negotiator = new Negotiator(request) as unknown as {
    // @types/negotiator lacks the second parameter.
    encoding(available: string[], options: { preferred: string[] }): string | undefined
  }
  const encoding = negotiator.encoding(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] })
  return encoding === 'br' || encoding === 'gzip' ? encoding : undefined
}
