// Files that are generated. `npm run docs` writes them; otherwise these tests report that one is not up to date.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { printSampleList, sampleList } from './authoring/init/sample'
import { printSettingsPage } from './site/print-settings'

const help = 'run npm run docs'

test.each([
  ['docs/configuration.md', 'en'],
  ['docs/zh-CN/configuration.md', 'zh-CN'],
] as const)(`%s describes every setting; ${help}`, async (file, language) => {
  await expect(printSettingsPage(language)).toMatchFileSnapshot(resolve(file))
})

/** Does the engine's folder contain the sample, not the site of an author? */
const hasSample =
  existsSync('site.config.ts') && readFileSync('site.config.ts', 'utf8').includes('https://lemma.example')

test.skipIf(!hasSample)(`npm run init knows every file of the sample; ${help}`, async () => {
  await expect(printSampleList(process.cwd())).toMatchFileSnapshot(resolve(sampleList))
})
