import { expect, test } from 'vitest'
import { readDate } from './date'

test.each([
  ['2010-12-26', 'Asia/Shanghai', '2010-12-25T16:00:00Z'],
  ['2010-12-26 10:30', 'Asia/Shanghai', '2010-12-26T02:30:00Z'],
  ['2010-12-26T10:30:15', 'UTC', '2010-12-26T10:30:15Z'],
  ['2010-12-26 10:30+02:00', 'Asia/Shanghai', '2010-12-26T08:30:00Z'],
  ['2010-12-26 9:05', 'UTC', '2010-12-26T09:05:00Z'],
  ['2024/1/2', 'UTC', '2024-01-02T00:00:00Z'],
  ['2024-01-02T03:04', 'Asia/Shanghai', '2024-01-01T19:04:00Z'],
  ['2024-01-02 03:04:05 +0800', 'UTC', '2024-01-01T19:04:05Z'],
  ['2024-01-02 03:04:05 -05', 'UTC', '2024-01-02T08:04:05Z'],
  ['2024-01-02 03:04:05 UTC', 'Asia/Shanghai', '2024-01-02T03:04:05Z'],
  ['2024-01-02T03:04:05.678Z', 'Asia/Shanghai', '2024-01-02T03:04:05Z'],
  // In spring the clocks of Berlin skip from 2:00 to 3:00: a time that does not exist is moved forward by the gap.
  ['2021-03-28 02:30', 'Europe/Berlin', '2021-03-28T01:30:00Z'],
  // In autumn 2:30 occurs twice: the first is used.
  ['2021-10-31 02:30', 'Europe/Berlin', '2021-10-31T00:30:00Z'],
])('%s in %s is %s', (text, timeZone, instant) => {
  expect(readDate(text, timeZone)).toBe(instant)
})

test.each([
  '2010-02-30',
  '26.12.2010',
  '2010-12-26 25:00',
  'tomorrow',
  '2024/1-2',
  '2024-01-02 03:04:05 CST',
  '',
])('%s is not a date', (text) => {
  expect(readDate(text, 'UTC')).toBeUndefined()
})
