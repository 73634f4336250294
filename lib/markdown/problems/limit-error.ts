/** A file or a part of it exceeds a limit (`limits.ts`). The code that catches the error adds the position. */
export class LimitError extends Error {
  /** @param hint how to stay within the limit */
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

/** Is this the error of V8 for a stack overflow? */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack')
}
