import { existsSync, readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { requestedHelp, usage } from './help.mjs'

const argv = process.argv
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Commands for people who work on the engine. */
const forContributors = ['check:vercel', 'e2e', 'fuzz', 'screenshots', 'test:slow']

const commands = Object.entries(scripts).flatMap(([name, script]): [string, string][] => {
  const [, file] = /^node (lib\/cli\/\S+)/.exec(script) ?? []
  return file && !forContributors.includes(name) ? [[name, file]] : []
})

afterEach(() => {
  vi.unstubAllEnvs()
  process.argv = argv
})

test.each(commands)('npm run %s has help in both languages, with its options', (name, file) => {
  expect(existsSync(file)).toBe(true)
  process.argv = ['node', file, '--help']
  const english = requestedHelp() ?? ''
  expect(english).toMatch(new RegExp(`^npm (run )?${name}\\b`))
  vi.stubEnv('LEMMA_LANG', 'zh-CN')
  const chinese = requestedHelp() ?? ''
  expect(chinese).toMatch(/\p{Script=Han}/u)
  const options = [...readFileSync(file, 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: \{ type: '/gm)].map(
    ([, option]) => option,
  )
  for (const option of [...options, 'site', 'lang']) expect(english).toContain(`--${option}`)
})

test('prints help only if it is requested, and the usage with an error', () => {
  process.argv = ['node', 'lib/cli/new.mjs', '标题']
  expect(requestedHelp()).toBeUndefined()
  expect(usage()).toBe('Use: npm run new "Title"')
  process.argv = ['node', 'vitest.mjs', '--help']
  expect([requestedHelp(), usage()]).toEqual([undefined, ''])
})
