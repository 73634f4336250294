import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path/posix'
import { listFormulas } from '../../../markdown/list-formulas'
import type { MarkdownOptions } from '../../../markdown/pipeline'
import { offsetsInFile, toPlainText } from '../../../markdown/text/plain-text'
import { translate } from '../../../site/messages/translate.mjs'
import { renameOver } from '../../../store/windows.mjs'
import { listContent } from '../../read/list-content'
import { readText } from '../../read/read-text'
import { readSiteOrPublished } from '../../site/choose-site'
import { type FetchedImage, type FetchOptions, fetchImages } from './fetch-images'
import { placeImages } from './place-images'
import { findRemoteImages, type RemoteImage } from './remote-images'

/** An image that stays remote. */
interface Failure {
  file: string
  line: number
  column: number
  /** Empty if the whole file could not be read. */
  url: string
  reason: string
}

/** What `npm run localise` did. */
export interface LocaliseReport {
  /** Articles whose links were changed, with the number of images. */
  changed: { file: string; images: number }[]
  failures: Failure[]
}

interface Article {
  file: string
  /** As it is in the file. */
  content: string
  images: RemoteImage[]
}

type Options = Pick<FetchOptions, 'onProgress' | 'isAllowedAddress'>

/**
 * Download the remote images of articles, place them beside the articles and change their links. Nothing else in the files
 * changes.
 *
 * @param files paths from the site's folder; an empty list means all
 * @throws Error if the settings of the site cannot be read
 */
export async function localiseImages(
  files: readonly string[],
  options: Options = {},
): Promise<LocaliseReport> {
  const { site } = await readSiteOrPublished()
  if (!site) throw new Error(translate`site.config.ts has errors: npm run lint:content lists them.`)
  return localiseArticles(
    files.length > 0 ? files : listContent(),
    { settings: site, components: [] },
    options,
  )
}

/** Localise the images of articles that are read with these settings. */
export async function localiseArticles(
  files: readonly string[],
  settings: MarkdownOptions,
  options: Options,
): Promise<LocaliseReport> {
  const read = files.filter((file) => /\.mdx?$/.test(file)).map((file) => readArticle(file, settings))
  const articles = read.filter((result): result is Article => 'content' in result && result.images.length > 0)
  const unread = read.filter((result): result is Failure => 'reason' in result)
  const folder = mkdtempSync(join(tmpdir(), 'lemma-images-'))
  try {
    const urls = articles.flatMap(({ images }) => images.filter(({ range }) => range).map(({ url }) => url))
    // A URL without a scheme has that of the page.
    const fetched = await fetchImages(urls, { ...options, folder, base: 'https://site.invalid/' })
    const reports = articles.map((article) => localiseArticle(article, fetched, settings))
    return {
      changed: reports.flatMap(({ changed }) => changed),
      failures: [...unread, ...reports.flatMap(({ failures }) => failures)],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readArticle(file: string, options: MarkdownOptions): Article | Failure {
  const failure = (reason: string, line: number) => ({ file, line, column: 1, url: '', reason })
  const read = readText(file)
  if ('problem' in read) return failure(read.problem.message, read.problem.line)
  try {
    return { file, content: read.text, images: findRemoteImages(file, toPlainText(read.text), options) }
  } catch (error) {
    const { reason, line } = error as { reason?: string; line?: number }
    return failure(reason ?? String(error), line ?? 1)
  }
}

function localiseArticle(
  { file, content, images }: Article,
  fetched: ReadonlyMap<string, FetchedImage | { reason: string }>,
  options: MarkdownOptions,
): LocaliseReport {
  const failure = ({ line, column, url }: RemoteImage, reason: string): Failure => ({
    file,
    line,
    column,
    url,
    reason,
  })
  const failures: Failure[] = []
  const found: { image: RemoteImage; range: Range; local: FetchedImage }[] = []
  for (const image of images) {
    const result = fetched.get(image.url)
    if (!image.range)
      failures.push(
        failure(image, translate`the link cannot be changed automatically: write ![…](…) with its URL`),
      )
    else if (result && 'hash' in result) found.push({ image, range: image.range, local: result })
    else failures.push(failure(image, result?.reason ?? translate`not fetched`))
  }
  if (found.length === 0) return { changed: [], failures }
  const edits = placeBeside(file, found)
  const plain = toPlainText(content)
  if (!keepsRest(file, plain, edits, options)) {
    const reason = translate`changing the link would change how the article is read`
    return { changed: [], failures: [...failures, ...found.map(({ image }) => failure(image, reason))] }
  }
  const toFile = offsetsInFile(content)
  const inFile = edits.map((edit) => ({ ...edit, start: toFile(edit.start), end: toFile(edit.end) }))
  write(file, replace(content, inFile))
  return { changed: [{ file, images: found.length }], failures }
}

/** Copy images beside an article: into the folder of `index.md`, else into a folder with the name of the file. */
function placeBeside(file: string, images: readonly { range: Range; local: FetchedImage }[]): Edit[] {
  const isFolder = basename(file).startsWith('index.')
  const name = basename(file).replace(/\.mdx?$/, '')
  const folder = isFolder ? dirname(file) : join(dirname(file), name)
  const names = placeImages(
    images.map(({ local }) => local),
    folder,
  )
  return images.map(({ range, local }) => {
    const image = names.get(local.hash) ?? ''
    return { ...range, text: encodePath(isFolder ? image : `${name}/${image}`) }
  })
}

interface Range {
  start: number
  end: number
}

interface Edit extends Range {
  text: string
}

function replace(text: string, edits: readonly Edit[]): string {
  let result = ''
  let index = 0
  for (const { start, end, text: inserted } of edits) {
    result += text.slice(index, start) + inserted
    index = end
  }
  return result + text.slice(index)
}

/** Does the article have the same formulas, and no more of these remote images, after the edits? */
function keepsRest(file: string, text: string, edits: readonly Edit[], options: MarkdownOptions): boolean {
  const formulas = (each: string) => listFormulas(file, each, options).map(({ tex }) => tex)
  const after = replace(text, edits)
  const remaining = findRemoteImages(file, text, options).length - edits.length
  return (
    formulas(text).join('\0') === formulas(after).join('\0') &&
    findRemoteImages(file, after, options).length === remaining
  )
}

function write(file: string, content: string): void {
  writeFileSync(`${file}.${process.pid}`, content)
  renameOver(`${file}.${process.pid}`, file)
}

/** Encode what ends a link in Markdown or YAML. Letters of all languages stay. */
function encodePath(path: string): string {
  return path.replace(/[^\p{L}\p{N}._~/-]/gu, (character) =>
    encodeURIComponent(character).replace(/[()!'*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`),
  )
}
