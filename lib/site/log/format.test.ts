import { afterEach, expect, test, vi } from 'vitest'
import { adoptLine, formatLine, isLogged } from './format.mjs'

afterEach(() => vi.unstubAllEnvs())

const time = new Date('2026-01-02T03:04:05.678Z')

test('a line of text has time, level, request and message', () => {
  const options = { json: false, time, hasTime: true }
  expect(formatLine({ level: 'info', message: 'Published.' }, options)).toBe(
    '2026-01-02T03:04:05.678Z info Published.',
  )
  expect(formatLine({ level: 'error', message: 'Failed.', requestId: 'a1' }, options)).toBe(
    '2026-01-02T03:04:05.678Z error [a1] Failed.',
  )
})

test('in the journal of systemd a line has no time', () => {
  expect(formatLine({ level: 'warn', message: 'x' }, { json: false, time, hasTime: false })).toBe('warn x')
})

test('JSON is one line, whatever the message contains', () => {
  const line = formatLine({ level: 'error', message: 'a\nb', stack: 'c\nd' }, { json: true, time })
  expect(line).not.toContain('\n')
  expect(JSON.parse(line)).toEqual({
    time: time.toISOString(),
    level: 'error',
    message: 'a\nb',
    stack: 'c\nd',
  })
})

test('LOG_LEVEL names the least important level that is printed, info by default or if it is unknown', () => {
  const printed = () => (['error', 'warn', 'info', 'debug'] as const).filter(isLogged)
  expect(printed()).toEqual(['error', 'warn', 'info'])
  vi.stubEnv('LOG_LEVEL', 'warn')
  expect(printed()).toEqual(['error', 'warn'])
  vi.stubEnv('LOG_LEVEL', 'loud')
  expect(printed()).toEqual(['error', 'warn', 'info'])
})

test('lines of other programs become records in JSON, records stay as they are', () => {
  expect(adoptLine('✓ Compiled', 'info')).toBe('✓ Compiled')
  vi.stubEnv('LOG_FORMAT', 'json')
  const record = adoptLine('✓ Compiled', 'info')
  expect(JSON.parse(record)).toMatchObject({ level: 'info', message: '✓ Compiled' })
  expect(adoptLine(record, 'error')).toBe(record)
})
