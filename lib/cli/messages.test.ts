import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const print = (call: string, env: Record<string, string> = {}) =>
  spawnSync(
    process.execPath,
    ['-e', `import('./lib/cli/messages.mjs').then(({ say, sayWithTime }) => ${call})`],
    {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  ).stdout

test.each([{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }])('a file gets no colour codes, with %j', (env) => {
  expect(print("say('x')", env)).toBe('lemma x\n')
})

test('a message about a server has the time', () => {
  expect(print("sayWithTime('x')")).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info x\n$/)
})

test('with LOG_FORMAT=json every message is a JSON object on one line', () => {
  for (const call of ["say('x')", "sayWithTime('x')"])
    expect(JSON.parse(print(call, { LOG_FORMAT: 'json' }))).toMatchObject({ level: 'info', message: 'x' })
})
