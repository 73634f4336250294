import { describe, expect, test } from 'vitest'
import { compileText } from './test-compile'

/** The page and the feed of an article. */
async function print(text: string): Promise<{ page: string; feed: string }> {
  const { html, body, problems } = await compileText(text)
  expect(problems).toEqual([])
  return { page: html, feed: body.feed }
}

describe('the end of a proof', () => {
  test.each([
    ['a display', ':::proof\n由\n\n$$\nx\n$$\n:::\n'],
    ['a display in its last paragraph', ':::proof\n由\n$$\nx\n$$\n:::\n'],
    ['an environment', ':::proof\n\\begin{align*}\na&=b\\\\\n&=c\n\\end{align*}\n:::\n'],
    ['a numbered display', ':::proof\n由\n\n$$\nx\\tag{1}\n$$\n:::\n'],
  ])('is beside %s', async (_, text) => {
    const { page, feed } = await print(text)
    expect(page.match(/∎/g)).toHaveLength(1)
    expect(page).toMatch(/<span class="display[^"]*".*<span class="qed">∎<\/span><\/span>/s)
    expect(feed.match(/∎/g)).toHaveLength(1)
  })

  test.each([
    ['in a paragraph', ':::proof\n$$\nx\n$$\n\n证毕。\n:::\n', '证毕。<span class="qed">∎</span></p>'],
    ['after a list', ':::proof\n- 一\n:::\n', '</ul><p><span class="qed">∎</span></p>'],
  ])('is %s', async (_, text, expected) => {
    expect((await print(text)).page.replace(/\n/g, '')).toContain(expected)
  })
})

test('a long tag is marked, so that it can be below its formula; numbers and rows are not', async () => {
  const isMarked = async (tex: string) => (await print(`$$\n${tex}\n$$\n`)).page.includes('long-tag')
  expect(await isMarked('x\\tag{柯西积分公式}')).toBe(true)
  expect(await isMarked('\\begin{equation}x\\tag{Cauchy–Schwarz}\\end{equation}')).toBe(true)
  expect(await isMarked('x\\tag{柯西}')).toBe(false)
  expect(await isMarked('\\begin{equation}x\\end{equation}')).toBe(false)
  expect(await isMarked('\\begin{align}x\\tag{柯西积分公式}\\\\y\\end{align}')).toBe(false)
})

test('a sign at the start of a row of multline is a binary operator, in gather a sign', async () => {
  const spaceAfterSign = async (environment: string) => {
    const { page } = await print(`\\begin{${environment}}\na\\\\\n+o\\\\\n-p\n\\end{${environment}}\n`)
    return page.match(/[+−]<\/span><span class="mspace"/g)?.length ?? 0
  }
  expect(await spaceAfterSign('multline')).toBe(2)
  expect(await spaceAfterSign('gather')).toBe(0)
})

test('a formula of more than a few characters is marked, so that the line before it is not stretched', async () => {
  const { page } = await print('设 $x$ 与 $f(x)$，以及 $\\frac{a+b}{c+d}$ 在此。\n')
  expect(page.match(/class="formula[^"]*"/g)?.map((name) => name.includes('long'))).toEqual([
    false,
    false,
    true,
  ])
})
