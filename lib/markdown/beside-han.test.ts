import { expect, test } from 'vitest'
import { besideHan } from './beside-han'

test.each([
  ['设', '与', ['after-han', 'before-han']],
  ['设', '，', ['after-han']],
  ['x ', '与', ['before-han']],
  // Beyond the first plane a character is two code units.
  ['𠀀', '𠀀', ['after-han', 'before-han']],
  ['', '', []],
])('between %j and %j', (before, after, classes) => expect(besideHan(before, after)).toEqual(classes))
