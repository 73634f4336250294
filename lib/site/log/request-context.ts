import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const current = new AsyncLocalStorage<string>()

/** The id of the request that this code responds to; undefined outside of requests. */
export function currentRequestId(): string | undefined {
  return current.getStore()
}

/** Call a function. Its log lines, and those of everything it awaits, contain the request id. */
export function withRequestId<Result>(id: string, callback: () => Result): Result {
  return current.run(id, callback)
}

/** The id that a proxy gave a request in `X-Request-Id`, if it has a form that is safe to log; otherwise a new one. */
export function chooseRequestId(received: string | string[] | undefined): string {
  return typeof received === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(received) ? received : randomUUID()
}
