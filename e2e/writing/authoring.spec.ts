import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, expect as playwright, test } from '@playwright/test'
import { siteParts } from '../../lib/site/folders.mjs'
import { copySite, createWorkspace, type Workspace } from '../support/workspace'

// Next compiles its development routes when they are first requested.
const expect = playwright.configure({ timeout: 30_000 })

// The commands that authors use, in a copy of the project.
test.describe.configure({ mode: 'serial' })

let workspace: Workspace
const post = 'posts/basel-problem.mdx'
const path = (file: string) => join(workspace.root, 'content', file)
const read = (file: string) => readFileSync(path(file), 'utf8')
const write = (file: string, text: string) => writeFileSync(path(file), text)

test.beforeAll(() => {
  workspace = createWorkspace({ isBuilt: true, compiles: true })
})
test.afterAll(() => workspace.remove())

test('npm run new creates a draft with valid front matter', () => {
  const { code, output } = workspace.run('new', '圆周率 & "一个"注记')
  expect(code, output).toBe(0)
  expect(output).toContain('content/posts/圆周率-一个-注记.mdx')
  const text = read('posts/圆周率-一个-注记.mdx')
  expect(text).toMatch(/^---\ntitle: "圆周率 & \\"一个\\"注记"\ndate: \d{4}-\d\d-\d\d \d\d:\d\d\n/)
  expect(text).toContain('draft: true')
  expect(workspace.run('new', '圆周率 & "一个"注记').output).toContain('exists already')
  expect(workspace.run('new').output).toContain('A title is missing')
})

test('npm run content accepts the draft of npm run new', () => {
  const { code, output } = workspace.run('content')
  expect(code, output).toBe(0)
  expect(output).toContain('Published')
})

const equation = (label: string) => `\\begin{equation}\nx\\label{${label}}\n\\end{equation}\n`
const twice = equation('twice') + equation('twice')

test('a build with errors fails and lists all of them, with file, line, column and hint', () => {
  const original = read(post)
  const lines = original.split('\n').length
  write(post, `${original}\n坏公式 $\\fraq{1}{2}$。\n\n![没有](none.png)\n`)
  write('posts/broken.mdx', '---\ntitle: x\ndate: 昨天\ntag: [a]\n---\n')
  write('posts/labels.md', `---\ntitle: x\ndate: 2020-01-01\n---\n\n见 \\eqref{nix}。\n\n${twice}`)
  const frontMatter = workspace.run('content')
  expect(frontMatter.code).not.toBe(0)
  expect(frontMatter.output).toContain('content/posts/broken.mdx:3:1  Found date: "昨天" (text)')
  expect(frontMatter.output).toContain('content/posts/broken.mdx:4:1  warning: Found the unknown field "tag"')
  expect(frontMatter.output).toContain(`content/${post}:${lines + 1}:6`)
  rmSync(path('posts/broken.mdx'))
  const body = workspace.run('content')
  expect(body.code).not.toBe(0)
  expect(body.output).toContain(
    `content/${post}:${lines + 1}:6  KaTeX cannot typeset this formula: Undefined control sequence: \\fraq`,
  )
  expect(body.output).toContain(`content/${post}:${lines + 3}:1  Found no image at content/posts/none.png`)
  expect(body.output).toContain('content/posts/labels.md:6:3  Found \\eqref{nix}')
  expect(body.output).toContain('content/posts/labels.md:9:')
  expect(body.output).toContain('→ ')
  expect(body.output).toContain('4 problems, 1 warning in content/.')
  rmSync(path('posts/labels.md'))
  write(post, original)
})

test('npm run lint:content reports likely mistakes, and fixes those that are unambiguous', () => {
  const sound = workspace.run('lint:content')
  expect(sound.code, sound.output).toBe(0)
  expect(sound.output).toContain('No problems in content/.')
  write(
    'posts/lint.md',
    '---\ntitle: x\ndate: 2020-01-01\n---\n\n这是** 粗体**的 $a，b$，[死](/posts/none)。\n',
  )
  const json = workspace.run('lint:content', '--json', 'content/posts/lint.md')
  expect(json.code).toBe(0)
  const found = JSON.parse(/^\[[\s\S]*^\]/m.exec(json.output)?.[0] ?? '[]')
  expect(
    found.map(({ rule, line, column, fixable }: Record<string, unknown>) => [rule, line, column, fixable]),
  ).toEqual([
    ['emphasis', 6, 3, true],
    ['punctuation', 6, 14, true],
    ['link', 6, 18, false],
  ])
  const fixed = workspace.run('lint:content', '--fix', 'content/posts/lint.md')
  expect(fixed.output).toContain('Fixed 2 problems.')
  expect(fixed.output).toContain('1 warning in content/.')
  expect(read('posts/lint.md')).toContain('这是**粗体**的 $a,b$，')
  expect(workspace.run('lint:content', 'content/posts/none.md').output).toContain('does not exist')
  rmSync(path('posts/lint.md'))
  write('astray.md', '---\ntitle: x\n---\n')
  expect(workspace.run('lint:content').output).toContain(
    'content/astray.md  Found a text file outside the folders of documents.',
  )
  rmSync(path('astray.md'))
})

test('npm run dev shows every save in the open browser, and errors at their position', async ({ page }) => {
  test.setTimeout(480_000)
  const original = read(post)
  const { url, stop, output } = await workspace.serve('dev')
  const problems = page.getByRole('alert').filter({ hasText: '这个文件有需要修正的地方' })
  try {
    await page.goto(`${url}/posts/basel-problem`)
    await expect(page.getByRole('heading', { level: 1, name: '巴塞尔问题' })).toBeVisible()

    await test.step('new text appears without a reload', async () => {
      await page.evaluate(() => Object.assign(window, { sameDocument: true }))
      write(post, `${original}\n新添的一段：$e^{i\\pi}+1=0$。\n`)
      await expect(page.getByText('新添的一段')).toBeVisible()
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
    })
    await test.step('shows an invalid formula with its position', async () => {
      write(post, `${original}\n坏公式 $\\fraq{1}{2}$。\n`)
      await expect(problems).toContainText(`content/${post}:${original.split('\n').length + 1}:6`)
      await expect(problems).toContainText('\\fraq')
      await expect(page.locator('.formula-error')).toContainText('\\fraq{1}{2}')
    })
    await test.step('shows invalid MDX, and the rest of the site works', async () => {
      write(post, `${original}\n坏语法 {\n`)
      await expect(problems).toContainText('Found {, which is not an expression')
      const other = await page.context().newPage()
      expect((await other.goto(`${url}/posts/fourier-1-heat`))?.status()).toBe(200)
      expect((await other.goto(`${url}/`))?.status()).toBe(200)
      await other.close()
    })
    await test.step('shows invalid front matter, and the title stays', async () => {
      write(post, original.replace(/^date: .*$/m, 'date: 昨天'))
      await expect(problems).toContainText('Found date: "昨天" (text)')
      await expect(page.getByRole('heading', { level: 1, name: '巴塞尔问题' })).toBeVisible()
    })
    await test.step('Next reports no problems with rendering', async () => {
      const other = await page.context().newPage()
      for (const address of ['/', '/page/2', '/series/matrix-geometry', '/search?q=a', '/'])
        expect((await other.goto(url + address))?.status(), address).toBe(200)
      await other.close()
      expect(output()).not.toContain('Route "')
    })
    await test.step('fixing it clears the error', async () => {
      write(post, original)
      await expect(problems).toHaveCount(0)
    })
    await test.step('updates a number that another article changes', async () => {
      const front = '---\ntitle: x\ndate: 2020-01-01\n---\n\n'
      write('posts/target.md', front + equation('t'))
      write('posts/referring.md', `${front}见 \\eqref{target:t}。`)
      const reference = page.getByRole('article').getByRole('link', { name: /^\(\d\)$/ })
      await expect(async () => {
        expect((await page.goto(`${url}/posts/referring`))?.status()).toBe(200)
      }).toPass()
      await expect(reference).toHaveText('(1)')
      write('posts/target.md', front + equation('s') + equation('t'))
      await expect(reference).toHaveText('(2)')
      rmSync(path('posts/target.md'))
      rmSync(path('posts/referring.md'))
    })
    await test.step('updates a work of the bibliography', async () => {
      const bibliography = read('references.bib')
      await page.goto(`${url}/posts/gamma-function`)
      await expect(page.getByText('The Gamma Function[M]')).toBeVisible()
      write('references.bib', bibliography.replace('The Gamma Function', 'The Gamma Functional'))
      await expect(page.getByText('The Gamma Functional[M]')).toBeVisible()
      write('references.bib', bibliography)
    })
    await test.step('shows drafts', async () => {
      await page.goto(`${url}/posts/unfinished-proof`)
      await expect(page.getByText('草稿', { exact: true })).toBeVisible()
    })
  } finally {
    write(post, original)
    await stop()
  }
})

test('an empty site shows readers no commands', async ({ page }) => {
  for (const part of siteParts) rmSync(join(workspace.root, part), { recursive: true, force: true })
  copySite('empty', workspace.root)
  await expectEmpty(page, /Serving on/)
})

test('an empty site builds', { tag: '@slow' }, async ({ page }) => {
  test.setTimeout(480_000)
  for (const part of siteParts) rmSync(join(workspace.root, part), { recursive: true, force: true })
  copySite('empty', workspace.root)
  // The code is that of the build, which would not be made again.
  rmSync(join(workspace.root, '.next/lemma-build.json'))
  await expectEmpty(page, /Site built in[\s\S]*Serving on/)
  await test.step('a second start builds nothing', async () => {
    const second = await workspace.serve('start')
    expect(second.output()).toContain('Nothing changed since the last build.')
    await second.stop()
  })
})

/** Serve the empty site of the workspace, and expect pages without posts and without commands. */
async function expectEmpty(page: Page, printed: RegExp): Promise<void> {
  const { url, stop, output } = await workspace.serve('start')
  try {
    await page.goto(url)
    await expect(page.getByText('还没有文章')).toBeVisible()
    await expect(page.getByText('npm')).toHaveCount(0)
    for (const route of ['/archive', '/tags', '/series', '/feed.xml', '/sitemap.xml']) {
      expect((await page.request.get(url + route)).status(), route).toBe(200)
    }
    expect((await page.request.get(`${url}/posts/none`)).status()).toBe(404)
    expect(output()).toMatch(printed)
  } finally {
    await stop()
  }
}
