import { createContext, Script } from 'node:vm'

// V8 limits the time of scripts only, not of functions. So the function is a global of a context in which a script calls it.
const context = createContext({ work: undefined })
const script = new Script('work()')

/**
 * Call a function and stop it if it takes too long. This also stops loops and regular expressions. If the function was
 * stopped, objects that it was changing may be inconsistent and must not be used again. A call costs 0.1 ms.
 *
 * @param work a synchronous function
 * @returns undefined if it was stopped
 */
export function runWithin<T>(milliseconds: number, work: () => T): { value: T } | undefined {
  let result: { value: T } | undefined
  context.work = () => {
    result = { value: work() }
  }
  try {
    script.runInContext(context, { timeout: milliseconds })
  } catch (error) {
    if ((error as NodeJS.ErrnoException)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return undefined
  }
  return result
}
