import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { logWithTimes } from './log-times'

test('every message of the log starts with the time', () => {
  const lines: string[] = []
  const stream = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) })
  const log = new Console(stream)
  logWithTimes(log)
  log.log('Published %s.', 'a.md')
  log.error({ code: 1 })
  log.warn('')
  const time = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z'
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^${time} Published a.md.\n$`)),
    expect.stringMatching(new RegExp(`^${time} \\{ code: 1 \\}\n$`)),
    expect.stringMatching(new RegExp(`^${time} \n$`)),
  ])
})
