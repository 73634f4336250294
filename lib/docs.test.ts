import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path/posix'
import { describe, expect, test } from 'vitest'

/** English pages without a Chinese one: mostly for developers, who read the code in English too. */
const onlyEnglish = ['accessibility.md', 'architecture.md', 'design.md', 'licences.md', 'performance.md']

const pagesOf = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.md'))
const chinese = pagesOf('docs/zh-CN')

test('the documentation has the same pages in English and in Chinese, except those that are listed', () => {
  expect([...chinese, ...onlyEnglish].sort()).toEqual(pagesOf('docs').sort())
})

const pairs: [english: string, chinese: string][] = [
  ['README.md', 'README.zh-CN.md'],
  ...chinese.map((name): [string, string] => [`docs/${name}`, `docs/zh-CN/${name}`]),
]

describe.each(pairs)('%s and %s', (english, translation) => {
  const original = readFileSync(english, 'utf8')
  const translated = readFileSync(translation, 'utf8')

  test('link to each other below the title', () => {
    const link = (text: string) => /^# .+\n\n\[(.+?)\]\((.+?)\)\n/.exec(text)?.slice(1)
    expect(link(original)).toEqual(['中文', relative(dirname(english), translation)])
    expect(link(translated)).toEqual(['English', relative(dirname(translation), english)])
  })

  test('the Chinese page links to Chinese pages where they exist', () => {
    const targets = linksOf(translated).map((target) => join(dirname(translation), target))
    const others = targets.filter((target) => target !== english)
    expect(others.filter((target) => pairs.some(([page]) => page === target))).toEqual([])
  })
})

test.each([
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  ...pagesOf('docs').map((name) => `docs/${name}`),
  ...chinese.map((name) => `docs/zh-CN/${name}`),
])('every relative link of %s leads to a file', (file) => {
  const targets = linksOf(readFileSync(file, 'utf8'))
  expect(targets.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([])
})

/** The files of the repository that a page links to, as it writes them. Code is left out. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
  const links = [...prose.matchAll(/\[[^\]]*\]\((?!\w+:)([^)\s]+)\)/g)]
  return links.map(([, target = '']) => target.replace(/#.*$/, '')).filter(Boolean)
}
