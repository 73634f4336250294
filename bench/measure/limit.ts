// Measures, in a separate process, a lower bound for the CPU time of a compile: only its parsers and typesetters.
// node --import tsx bench/measure/limit.ts <folder of posts> prints a Limit as JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import katex from 'katex'
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { createHighlighter } from 'shiki'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** CPU seconds and amounts of work. */
export interface Limit {
  posts: number
  /** Parsing the Markdown of all posts. */
  markdown: number
  /** Typesetting all distinct formulas. */
  formulas: number
  katex: number
  /** Highlighting all code blocks in two themes. */
  blocks: number
  shiki: number
  total: number
}

const themes = { light: 'github-light', dark: 'github-dark' }

const folder = process.argv[2]
if (!folder) throw new Error('Missing argument: the path of a folder of posts.')
console.log(JSON.stringify(await measureLimit(folder)))

async function measureLimit(folder: string): Promise<Limit> {
  const names = readdirSync(folder)
  const formulas = new Map<string, { tex: string; display: boolean }>()
  const blocks: { code: string; lang: string }[] = []
  const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath)
  let markdown = 0
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8')
    const began = process.cpuUsage()
    const tree: Root = parser.parse(text)
    markdown += secondsSince(began)
    visit(tree, (node) => {
      if (node.type === 'code') blocks.push({ code: node.value, lang: node.lang ?? 'text' })
      if (node.type !== 'math' && node.type !== 'inlineMath') return
      const display = node.type === 'math'
      formulas.set(`${display} ${node.value}`, { tex: node.value, display })
    })
  }

  const katexBegan = process.cpuUsage()
  for (const { tex, display } of formulas.values())
    katex.renderToString(tex, { displayMode: display, throwOnError: false, strict: 'ignore' })
  const katexTime = secondsSince(katexBegan)

  const shikiBegan = process.cpuUsage()
  const langs = [...new Set(blocks.map(({ lang }) => lang))]
  const highlighter = await createHighlighter({ themes: Object.values(themes), langs })
  for (const { code, lang } of blocks) highlighter.codeToHtml(code, { lang, themes })
  const shiki = secondsSince(shikiBegan)

  return {
    posts: names.length,
    markdown,
    formulas: formulas.size,
    katex: katexTime,
    blocks: blocks.length,
    shiki,
    total: markdown + katexTime + shiki,
  }
}

function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000_000
}
