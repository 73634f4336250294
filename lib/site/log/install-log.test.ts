import { spawnSync } from 'node:child_process'
import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'

const program = (body: string) =>
  buildSync({
    stdin: {
      contents: `import { installLog } from './install-log'; import { withRequestId } from './request-context'; installLog();\n${body}`,
      resolveDir: 'lib/site/log',
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  }).outputFiles[0]?.text ?? ''

/** The lines that a process prints after `installLog`. */
function run(body: string, env: Record<string, string>) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-'], {
    input: program(body),
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  const lines = (text: string) => text.split('\n').filter(Boolean)
  return { out: lines(stdout), err: lines(stderr), status }
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /

test('every call of the console is a line with time and level', () => {
  const { out, err } = run(
    `console.log('Published %s.', 'a.md'); console.error({ code: 1 }); console.warn('100%s')`,
    { JOURNAL_STREAM: '' },
  )
  expect([...out, ...err].filter((line) => !time.test(line))).toEqual([])
  expect(out.map((line) => line.replace(time, ''))).toEqual(['info Published a.md.'])
  expect(err.map((line) => line.replace(time, ''))).toEqual(['error { code: 1 }', 'warn 100%s'])
})

test('in JSON an error, a warning of Node and an uncaught error are one line each, with their stacks', () => {
  const { err, status } = run(
    `withRequestId('r1', () => console.error('\\u001b[31m⨯\\u001b[39m', new TypeError('No\\nway')))
    process.emitWarning('Careful')
    setTimeout(() => { throw new Error('Lost') }, 10)`,
    { LOG_FORMAT: 'json' },
  )
  const records = err.map((line) => JSON.parse(line))
  expect(records.map(({ level, message, requestId }) => [level, message, requestId])).toEqual([
    ['error', '⨯ TypeError: No\nway', 'r1'],
    ['warn', 'Warning: Careful', undefined],
    ['error', 'Error: Lost', undefined],
  ])
  expect(records.map(({ stack }) => stack.includes('\n    at '))).toEqual([true, true, true])
  expect(status).toBe(1)
})

test('wrong settings are reported with what is expected', () => {
  const { err } = run('', { LOG_FORMAT: 'xml', LOG_LEVEL: 'all' })
  expect(err.map((line) => line.replace(time, ''))).toEqual([
    'warn Found LOG_FORMAT=xml; expected text or json. The log is text.',
    'warn Found LOG_LEVEL=all; expected error, warn, info, debug. The level is info.',
  ])
})
