import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { articleName, spreadOver } from '../corpus/corpus'
import { seriesNames } from '../corpus/words'
import { root } from '../report/machine'
import { repeat, step, warn } from '../report/progress'
import { editArticle, measureEdits } from './edit'
import { type IndexWeight, type PageWeight, weighIndex, weighPages } from './html'
import {
  articlePath,
  compileContent,
  createSite,
  makeCold,
  makeWarm,
  readSome,
  type ServingMemory,
  type Site,
  type Start,
  settled,
  startSite,
} from './lemma'
import type { Limit } from './limit'
import { type Load, load } from './load'
import { type Device, type Navigation, navigateTwice, openBrowser, type Visit, visit } from './page'
import { type Cost, measure, type Served } from './process'
import { buildCold, prepareRival, type Rival, readArticle, rebuild, rivals, serveNext } from './rivals'
import { type Answer, ask, measureAnswers } from './search'

export interface Settings {
  /** Number of runs of short measurements. */
  runs: number
  /** Result of `findBrowser`. */
  browserPath: string | undefined
}

/** The results for one number of posts. */
export interface SizeResult {
  posts: number
  lemma: LemmaResult
  /** By name, without rivals that could not be built. */
  rivals: Record<string, RivalResult>
}

export interface LemmaResult {
  /** Builds without cache, and with the cache that hosts keep and one changed post, to the first response; one per run. */
  cold: Build[]
  warm: Build[]
  content: Cost[]
  limit: Limit[]
  /** Milliseconds from a save to the fresh response. */
  edits: number[]
  memory: ServingMemory
  html: PageWeight
  index: IndexWeight
  /** By type of page and device. */
  visits: Record<string, Visit[]>
  navigation: Navigation
  load: Load[]
  /** Response times of search, by kind of query. */
  answers: Record<string, Answer>
  /** Milliseconds to the first search response after the edits. */
  answerAfterEdits: number
}

export interface RivalResult {
  cold: Cost[]
  rebuild: Cost[]
  html: PageWeight
}

/** The minimal site on Next. */
export interface NextResult {
  /** Bytes of script, gzip, on an empty page. */
  emptyScript: number
  /** One article, rendered in the usual way. */
  load: Load[]
  html: PageWeight
}

interface Build {
  /** Seconds. */
  wall: number
  /** Bytes. */
  memory: number
}

const editCount = 20
/** Number of different articles that are requested before memory is measured. */
const readCount = 200
/** Number of articles whose HTML is measured. */
const weighedCount = 10
const devices: readonly Device[] = ['desktop', 'phone']

export async function measureNext({ runs, browserPath }: Settings): Promise<NextResult> {
  const server = await serveNext(shownArticle(100))
  const browser = await openBrowser(browserPath)
  try {
    const url = `${server.url}/article`
    const empty = await step('Next as it comes: an empty page', () =>
      visit(browser, `${server.url}/empty`, 'desktop'),
    )
    return {
      emptyScript: empty.script,
      load: await repeat('Next as it comes: serving', runs, () => load(url)),
      html: weighPages([await readPage(url)]),
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

export async function measureSize(posts: number, settings: Settings): Promise<SizeResult> {
  const lemma = await measureLemma(posts, settings)
  const results: SizeResult['rivals'] = {}
  for (const rival of rivals) {
    // A rival may fail with so many articles; continue with the others.
    const result = await measureRival(rival, posts, settings.runs).catch((error: Error) =>
      warn(error.message),
    )
    if (result) results[rival.name] = result
  }
  return { posts, rivals: results, lemma }
}

async function measureRival(rival: Rival, posts: number, runs: number): Promise<RivalResult> {
  const title = `${posts} posts, ${rival.name}`
  await prepareRival(rival, posts)
  const cold = await repeat(`${title}: cold build`, runs, () => buildCold(rival, posts))
  const edited = editedArticle(posts)
  const rebuilds = await repeat(`${title}: rebuild, one post changed`, runs, (number) =>
    rebuild(rival, posts, edited, `修订记号${number}`),
  )
  const html = weighPages(weighedArticles(posts).map((number) => readArticle(rival, number)))
  return { cold, rebuild: rebuilds, html }
}

async function measureLemma(posts: number, settings: Settings): Promise<LemmaResult> {
  const title = `${posts} posts, Lemma`
  const { runs } = settings
  const site = createSite(posts)
  try {
    const content = await repeat(`${title}: content, cold`, runs, () => {
      makeCold(site)
      return compileContent(site)
    })
    const limit = await repeat(`${title}: the limit of a compile`, runs, () => measureLimit(site))
    const cold = await repeat(`${title}: cold build to first response`, runs, async () => {
      makeCold(site)
      return weighStart(await startSite(site, shownArticle(posts)))
    })
    const warm = await repeat(`${title}: warm build, one post changed`, runs, async (number) => {
      makeWarm(site)
      const edited = editedArticle(posts)
      const mark = `修订记号${number}`
      editArticle(join(site.root, 'content/posts', `${articleName(edited)}.mdx`), mark)
      return weighStart(await startSite(site, edited, mark))
    })
    const { server } = await step(`${title}: start again`, () => startSite(site, shownArticle(posts)))
    try {
      await step(`${title}: the publisher reads everything`, () => settled(server))
      return { content, limit, cold, warm, ...(await measureServer(site, server, title, settings)) }
    } finally {
      await server.stop()
    }
  } finally {
    site.remove()
  }
}

/** Measure a running server. The edits come last, because they change the articles. */
async function measureServer(site: Site, server: Served, title: string, { runs, browserPath }: Settings) {
  const memory = await step(`${title}: ${readCount} articles read`, () => readSome(site, server, readCount))
  const articles = weighedArticles(site.posts).map((number) => readPage(server.url + articlePath(number)))
  const html = weighPages(await Promise.all(articles))
  const index = weighIndex(await readPage(server.url))
  const browser = await openBrowser(browserPath)
  try {
    const visits = await measureVisits(browser, site, server, title, runs)
    const navigation = await step(`${title}: second navigation`, () => navigateTwice(browser, server.url))
    await browser.close()
    const url = server.url + articlePath(shownArticle(site.posts))
    const loads = await repeat(`${title}: serving`, runs, () => load(url))
    const answers = await step(`${title}: queries`, () => measureAnswers(server.url))
    const edits = await step(`${title}: ${editCount} edits`, () => measureEdits(site, server.url, editCount))
    const answerAfterEdits = await ask(`${server.url}/api/search?q=%E4%BF%AE%E6%94%B9`)
    return { memory, html, index, visits, navigation, load: loads, answers, edits, answerAfterEdits }
  } finally {
    await browser.close()
  }
}

async function measureVisits(browser: Browser, site: Site, server: Served, title: string, runs: number) {
  const pages = {
    index: '/',
    article: articlePath(shownArticle(site.posts)),
    series: `/series/${encodeURIComponent(seriesNames[0] ?? '')}`,
    archive: '/archive',
    tags: '/tags',
    about: '/about',
  }
  const visits: Record<string, Visit[]> = {}
  for (const [name, path] of Object.entries(pages))
    for (const device of devices) {
      const key = `${name}, ${device}`
      visits[key] = await repeat(`${title}: ${key}`, runs, () => visit(browser, server.url + path, device))
    }
  return visits
}

async function weighStart({ server, wall, memory }: Start): Promise<Build> {
  await server.stop()
  return { wall, memory }
}

async function measureLimit(site: Site): Promise<Limit> {
  const posts = join(site.root, 'content/posts')
  const { output } = await measure(process.execPath, ['--import', 'tsx', 'bench/measure/limit.ts', posts], {
    cwd: root,
  })
  return JSON.parse(output)
}

async function readPage(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response.text()
}

function shownArticle(posts: number): number {
  return Math.min(posts - 1, 10)
}

function editedArticle(posts: number): number {
  return Math.min(posts - 1, 11)
}

/** The same articles for all systems, without the edited one. */
function weighedArticles(posts: number): number[] {
  return spreadOver(posts, weighedCount).filter((number) => number !== editedArticle(posts))
}
