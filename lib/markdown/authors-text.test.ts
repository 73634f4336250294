import { expect, test } from 'vitest'
import { compileText } from './test-compile'

// What authors write in other engines and in TeX, and what readers must see.

const display = '\n\n$$\na\\label{eq:x}\n$$\n\n$$\nb\\label{eq:y}\n$$\n'

test('a single tilde strikes nothing out: it is a range', async () => {
  const { html, problems } = await compileText('100~200 米，宽 300~400 米，~~删去~~')
  expect(html).toBe('<p>100~200 米，宽 300~400 米，<del>删去</del></p>')
  expect(problems).toEqual([])
})

test.each([
  ['式~\\eqref{eq:x} 与式~\\eqref{eq:y}', '式\u00a0(1) 与式\u00a0(2)'],
  ['见~\\ref{eq:x}~和~$\\eqref{eq:y}$', '见\u00a01~和\u00a0(2)'],
  ['见~\\cref{eq:x}', '见\u00a0式 (1)'],
  ['见 \\~\\eqref{eq:x}', '见 ~(1)'],
])('a tilde before a reference is a no-break space: %s', async (text, expected) => {
  expect((await compileText(text + display)).text.split('\n')[0]).toBe(expected)
})

test('a tie before a reference is a no-break space in the Markdown for other programs', async () => {
  const { body } = await compileText(`式~\\eqref{eq:x} 与式~\\eqref{eq:y}${display}`)
  expect(body.markdown).toMatch(/^式\u00a0\[\(1\)\]\(.*\) 与式\u00a0\[/)
})

test('formulas in block HTML are set, and numbers and positions are those of the file', async () => {
  const { text, problems, body } = await compileText(
    `<details><summary>为什么 $\\le n$，见 \\eqref{eq:x}</summary>\n\n甲\n\n</details>\n\n<p>\n甲 $\\fraq$\n</p>${display}`,
  )
  expect(text).toContain('为什么 ⟨\\le n⟩，见 (1)')
  expect(problems).toMatchObject([{ line: 8, column: 4, rule: 'formula' }])
  expect(body.markdown).toContain('<summary>为什么 $\\le n$，见 [(1)](')
})

test('dollars in code, attributes and scripts of HTML are characters', async () => {
  const { html } = await compileText(
    '<p title="$a$"><code>$b$</code></p>\n\n<code>$c$</code> 与 <code>$d$</code>',
  )
  expect(html).not.toContain('katex')
  expect(html).toContain('<code>$b$</code>')
  expect(html).toContain('<code>$c$</code> 与 <code>$d$</code>')
})
