import type { ServerResponse } from 'node:http'

/** Call back before the status and the headers of a response are sent. Node has no event for it. */
export function beforeHeaders(response: ServerResponse, callback: (status: number) => void): void {
  const { writeHead } = response
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    callback(status)
    return Reflect.apply(writeHead, response, [status, ...rest])
  }) as typeof writeHead
}

/** The bytes of an argument of `write` or `end`, as a copy: the caller may reuse the memory. Undefined if it has none. */
export function bytesOf(chunk: unknown, encoding: unknown): Buffer | undefined {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : undefined
}

/** Call back with every chunk of the body of a response before it is sent. */
export function onBody(response: ServerResponse, callback: (chunk: Buffer) => void): void {
  const { write, end } = response
  const report = (chunk: unknown, encoding: unknown) => {
    const bytes = bytesOf(chunk, encoding)
    if (bytes) callback(bytes)
  }
  response.write = ((...args: unknown[]) => {
    report(args[0], args[1])
    return Reflect.apply(write, response, args)
  }) as typeof write
  response.end = ((...args: unknown[]) => {
    report(args[0], args[1])
    return Reflect.apply(end, response, args)
  }) as typeof end
}
