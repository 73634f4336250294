import { appendFileSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildForVercel, clone } from './build'
import { Deployment } from './deployment'
import { assembleFunctions } from './output'
import { findCount } from './report'

/** A draft, a scheduled and a published article, with the status that a preview shows. */
const articles = [
  { slug: 'unfinished-proof', mark: '草稿' },
  { slug: 'letter-to-2099', mark: '定时发布' },
  { slug: 'gamma-function', mark: '' },
]
const [edited, deleted] = ['a-short-note-on-pi', 'reading-polya']

/**
 * Build a preview of an edit with only the cache folder that Vercel keeps: only the edited article must be compiled. The
 * deployment must show drafts and scheduled posts, send `noindex`, and respond with 410 for the deleted article.
 *
 * @param checkout of the build before
 * @returns problems
 */
export async function checkPreview(folder: string, checkout: string): Promise<string[]> {
  const site = join(folder, 'preview')
  console.log('Building a preview with one edited and one deleted article and the build cache…')
  clone(checkout, site)
  mkdirSync(join(site, '.next'))
  renameSync(join(checkout, '.next/cache'), join(site, '.next/cache'))
  appendFileSync(join(site, `content/posts/${edited}.mdx`), '\n改了一句。\n')
  rmSync(join(site, `content/posts/${deleted}.mdx`))
  const count = findCount(buildForVercel(site, 'preview'))
  console.log(`  ${count}`)
  const output = join(site, '.vercel/output')
  const functions = assembleFunctions(output, site, join(folder, 'preview-functions'))
  const deployment = new Deployment(output, functions, 'preview')
  try {
    const claims: [claim: string, isTrue: boolean][] = [
      ['one file was compiled', /^Compiled 1 of \d+ files/.test(count)],
    ]
    for (const article of articles) claims.push(...(await checkArticle(deployment, article)))
    for (const [form, status] of [
      ['', 404],
      ['.md', 410],
    ] as const)
      claims.push([
        `/posts/${deleted}${form} responds with ${status}`,
        (await get(deployment, `/posts/${deleted}${form}`)).status === status,
      ])
    for (const [claim, isTrue] of claims) console.log(`  ${isTrue ? '✓' : '✗'} ${claim}`)
    return claims.filter(([, isTrue]) => !isTrue).map(([claim]) => `In a preview, expected that ${claim}.`)
  } finally {
    deployment.stop()
  }
}

async function checkArticle(
  deployment: Deployment,
  { slug, mark }: (typeof articles)[number],
): Promise<[claim: string, isTrue: boolean][]> {
  const response = await get(deployment, `/posts/${slug}`)
  const html = await response.text()
  const isMarked = html.includes(`<li class="text-seal">${mark}</li>`)
  const hasHeader = response.headers.get('x-robots-tag') === 'noindex'
  return [
    [`/posts/${slug} responds with 200`, response.status === 200],
    ...(mark ? [[`/posts/${slug} is marked ${mark}`, isMarked] satisfies [string, boolean]] : []),
    [`/posts/${slug} asks not to be indexed, by header`, hasHeader],
    [`/posts/${slug} asks not to be indexed, by element`, /<meta name="robots" content="noindex"/.test(html)],
  ]
}

function get(deployment: Deployment, path: string): Promise<Response> {
  return deployment.respond({ title: path, path, route: '' })
}
