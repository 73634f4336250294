import { format, inspect, stripVTControlCharacters, types } from 'node:util'
import { translate } from '../messages/translate.mjs'
import { formatLine, isJson, isLogged, type Level, type LogRecord, levels } from './format.mjs'
import { limitRepeats } from './limit-repeats'
import { currentRequestId } from './request-context'

const methods = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const

/**
 * Turn everything that a process prints with the console, Next included, into lines of the log: with time, level and the id of
 * the request. Call it once, in a process of a running site.
 *
 * @param log the console of the process
 */
export function installLog(log: Console = console): void {
  const printers = Object.fromEntries(
    Object.entries(methods).map(([method, level]) => [level, log[method as keyof typeof methods].bind(log)]),
  )
  const repeats = limitRepeats((record) => printers[record.level]?.('%s', formatLine(record)))
  for (const [method, level] of Object.entries(methods))
    log[method as keyof typeof methods] = (...values: unknown[]) => {
      if (isLogged(level)) repeats.log(toRecord(level, values))
    }
  process.once('exit', repeats.flush)
  reportWrongSettings(log)
  // Node would print warnings and uncaught errors over several lines, past the console.
  if (isJson()) logEvents(log)
}

/** The record of a call of the console. In JSON, the stack of an error is a field of its own. */
export function toRecord(level: Level, values: readonly unknown[], json = isJson()): LogRecord {
  const requestId = currentRequestId()
  const found = json ? values.find((value) => types.isNativeError(value)) : undefined
  const parts = values.map((value) =>
    json && types.isNativeError(value) ? `${value.name}: ${value.message}` : value,
  )
  const message = format(...parts)
  return {
    level,
    message: json ? stripVTControlCharacters(message).trim() : message,
    ...(requestId && { requestId }),
    ...(found && { stack: stripVTControlCharacters(inspect(found)) }),
  }
}

function reportWrongSettings(log: Console): void {
  const { LOG_FORMAT: form = '', LOG_LEVEL: level = '' } = process.env
  if (!['', 'text', 'json'].includes(form))
    log.warn(translate`Found LOG_FORMAT=${form}; expected text or json. The log is text.`)
  if (!['', ...levels].includes(level))
    log.warn(translate`Found LOG_LEVEL=${level}; expected ${levels.join(', ')}. The level is info.`)
}

function logEvents(log: Console): void {
  if (process.listenerCount('warning') > 0) {
    process.removeAllListeners('warning')
    process.on('warning', (warning) => log.warn(warning))
  }
  process.on('uncaughtException', (error) => {
    log.error(error)
    process.exit(1)
  })
}
