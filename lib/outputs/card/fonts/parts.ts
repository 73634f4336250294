// Noto Serif is split into parts: a title needs few of its 30,225 Han characters, and decompressing all takes 0.2 s.

/** The 3,755 characters of most Chinese text: level 1 of GB 2312. */
const frequent = new Set(gb2312(0xb0, 0xd7))
/** Code points of each other part of the basic plane. */
const step = 0x800

/** The ranges of Unicode that contain Han characters. */
export const han: readonly [first: number, last: number][] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x3ffff],
]

/** Name of the part that contains a character, by its code point, if the font has it. */
export function partOf(code: number): string {
  const isRare = !frequent.has(code) && han.some(([first, last]) => first <= code && code <= last)
  if (!isRare) return 'common'
  return (code < 0x20000 ? code - (code % step) : 0x20000).toString(16)
}

/** Code points of the rows from `first` to `last`. */
function gb2312(first: number, last: number): number[] {
  const decoder = new TextDecoder('gb18030')
  const bytes: number[] = []
  for (let row = first; row <= last; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) if (row < 0xd7 || cell <= 0xf9) bytes.push(row, cell)
  return [...decoder.decode(Uint8Array.from(bytes))].map((character) => character.codePointAt(0) ?? 0)
}
