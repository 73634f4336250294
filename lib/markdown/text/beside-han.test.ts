import { expect, test } from 'vitest'
import { classesBesideHan } from './beside-han'

test.each([
  ['设', '与', ['after-han', 'before-han']],
  ['设', '，', ['after-han']],
  ['x ', '与', ['before-han']],
  // A character outside the Basic Multilingual Plane is two code units.
  ['𠀀', '𠀀', ['after-han', 'before-han']],
  ['関数の', 'は', ['after-han', 'before-han']],
  ['ベクトルー', 'ㄅ', ['after-han', 'before-han']],
  ['', '', []],
])('between %j and %j', (before, after, classes) => expect(classesBesideHan(before, after)).toEqual(classes))
