import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { create, type Font } from 'fontkitten'
import { describe, expect, it } from 'vitest'
import { partOf } from './parts'

const folder = join(process.cwd(), 'lib/outputs/card/fonts')
const read = (part: string) => readFileSync(join(folder, `NotoSerifSC-${part}.otf.br`))
const parts = readdirSync(folder).flatMap((name) => /^NotoSerifSC-(.*)\.otf\.br$/.exec(name)?.[1] ?? [])
const partsOf = (codes: number[]) => new Set(codes.map(partOf))

describe('the parts of the font', { timeout: 30_000 }, () => {
  it('contain each character in the part that `partOf` names, 30,225 of them Han', () => {
    const codes = parts.flatMap((part) => {
      const { characterSet } = create(brotliDecompressSync(read(part))) as Font
      // 0xffff marks the end of a table.
      const found = characterSet.filter((code) => code !== 0xffff)
      expect(partsOf(found), part).toEqual(new Set([part]))
      return found
    })
    const isHan = (code: number) => code >= 0x3400 && /\p{Script=Han}/u.test(String.fromCodePoint(code))
    expect(codes.filter(isHan)).toHaveLength(30_225)
  })

  it('are exactly those that `partOf` names', () => {
    const everywhere = partsOf(Array.from({ length: 0x40000 }, (_, code) => code))
    expect([...everywhere].sort()).toEqual(parts.sort())
  })

  it('are small, and most titles need only one of them, because a reader waits for decompression', () => {
    const title = [...'变分法漫谈（二）：欧拉–拉格朗日方程 Euler']
    expect(partsOf(title.map((character) => character.codePointAt(0) ?? 0))).toEqual(new Set(['common']))
    for (const part of parts) expect(read(part).length, part).toBeLessThan(1_000_000)
  })
})
