import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleName } from '../corpus/corpus'
import { articlePath, type Site } from './lemma'

/** Add a paragraph with a new formula to an article. */
export function editArticle(file: string, mark: string): void {
  const text = readFileSync(file, 'utf8')
  const formula = `$\\int_0^1 t^{${[...mark].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)}}\\,\\mathrm{d}t$`
  writeFileSync(file, text.replace(/\n\[\^1\]:/, `\n${mark}，补充一个公式 ${formula} 作为结尾。\n\n[^1]:`))
}

/** Edit articles of a running site. @returns milliseconds from each save to the end of the first fresh response */
export async function measureEdits({ root, posts }: Site, url: string, edits: number): Promise<number[]> {
  const times: number[] = []
  for (let edit = 0; edit < edits; edit++) {
    const number = Math.floor((edit * posts) / edits)
    const file = join(root, 'content/posts', `${articleName(number)}.mdx`)
    times.push(await editToFresh(file, url + articlePath(number), `第${edit + 1}次修改`))
  }
  return times
}

async function editToFresh(file: string, address: string, mark: string): Promise<number> {
  // Request the page once, so that it is cached like the page of an article with readers.
  await (await fetch(address)).text()
  const began = performance.now()
  editArticle(file, mark)
  for (;;) {
    if ((await (await fetch(address)).text()).includes(mark)) return performance.now() - began
    if (performance.now() - began > 60_000) throw new Error(`${address} is not fresh after a minute.`)
  }
}
