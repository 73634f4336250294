import { expect, test } from 'vitest'
import { restoreOptions } from './arguments.mjs'

const options = { flags: ['json', 'fix'], values: ['hours', 'time-zone'] }

test.each([
  ['nothing', ['x'], {}, ['x']],
  ['options after --', ['x', '--json', '--hours', '48'], {}, ['x', '--json', '--hours', '48']],
  ['flags that npm kept', ['x'], { npm_config_json: 'true', npm_config_fix: '' }, ['x', '--json']],
  ['a value that npm kept', ['x'], { npm_config_hours: '48' }, ['x', '--hours=48']],
  ['an option with a hyphen', ['x'], { npm_config_time_zone: 'UTC' }, ['x', '--time-zone=UTC']],
])('reads %s', (_, argv, env, args) => {
  expect(restoreOptions(options, argv, env as unknown as NodeJS.ProcessEnv)).toEqual({ args })
})

test('reports an option whose value npm left among the other arguments', () => {
  const env = { npm_config_hours: 'true' } as unknown as NodeJS.ProcessEnv
  expect(restoreOptions(options, ['x', '48'], env).lost).toBe('hours')
})
