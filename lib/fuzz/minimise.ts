import type { Finding } from './check-input'
import type { Input } from './generate'

/** Maximum number of attempts to make an input smaller. */
const maxAttempts = 200

/** Remove parts of an input as long as it causes a finding of the same kind. */
export async function minimise(
  input: Input,
  kind: Finding['kind'],
  check: (input: Input) => Promise<Finding | undefined>,
): Promise<Input> {
  let smallest = input
  let left = maxAttempts
  for (let size = Math.ceil(input.content.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
    for (let start = 0; start < smallest.content.length && left > 0; ) {
      const { content } = smallest
      const candidate = { ...smallest, content: content.slice(0, start) + content.slice(start + size) }
      left--
      if ((await check(candidate))?.kind === kind) smallest = candidate
      else start += size
    }
  }
  return smallest
}
