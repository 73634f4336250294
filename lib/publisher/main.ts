// The publisher: keeps what is published in step with content/, beside a running server (`npm start`, `npm run dev`).
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import nextEnv from '@next/env'
import { documentTypes } from '../../contentlayer.config'
import { createAnnouncer } from '../announce/announcer'
import { findReceivers } from '../announce/receivers'
import { describeProblems } from '../content/front-matter'
import type { Problem } from '../markdown/problem'
import { isSecret } from '../revalidate/secret'
import { createPublication, type Publication } from './publication'
import { pull } from './pull'
import { watchContent } from './watch'

const { values } = parseArgs({
  options: {
    /** `serve` or `dev` (`Mode`). */
    mode: { type: 'string', default: 'serve' },
    /** Where this process is asked, on 127.0.0.1. */
    port: { type: 'string', default: '0' },
    /** Address of the server to be told, http://127.0.0.1:3000; none in development. */
    server: { type: 'string' },
    /** Version of the content that was published when the server started; none where nobody knows. */
    since: { type: 'string', default: '' },
  },
})
const mode = values.mode === 'dev' ? 'dev' : 'serve'
const token = process.env.LEMMA_TOKEN ?? ''

// What readers of a production server find is announced; the server has it by the time that somebody comes.
nextEnv.loadEnvConfig(process.cwd(), mode === 'dev', { info: () => {}, error: console.error })
const receivers = mode === 'serve' ? findReceivers() : []
const announcer = receivers.length > 0 ? createAnnouncer(receivers) : undefined

const publish = createPublication(documentTypes, mode, values.since)
let last: Publication | undefined
let failure: string | undefined
let reported = ''

/** One pull or publication at a time; whoever asks meanwhile waits for the next, which sees all that was there by then. */
let running: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = running.then(work)
  running = next.catch(() => {})
  return next
}

async function publishOnce(): Promise<Publication> {
  try {
    const publication = await publish()
    await tellServer(publication.tags)
    announcer?.note(publication.published)
    last = publication
    failure = undefined
    report(publication)
    return publication
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
    console.error('The content could not be published; what was published stays online.', error)
    throw error
  }
}

function report({ files, tags, problems, duration }: Publication): void {
  if (files.length > 0 && tags.length > 0) {
    const what = files.length === 1 ? files[0] : `${files.length} files`
    console.log(`Published ${what} in ${Math.round(duration)} ms.`)
  }
  const errors = mode === 'dev' ? problems : problems.filter(({ severity }) => !severity)
  const text = errors.length > 0 ? describeProblems(errors, 20) : ''
  if (text !== reported && text) console.error(text)
  if (text !== reported && !text) console.log('Nothing is left to mend.')
  reported = text
}

/** Tags the server has not been told of yet: it may still be starting. */
const untold = new Set<string>()

async function tellServer(tags: readonly string[]): Promise<void> {
  if (!values.server) return
  for (const tag of tags) untold.add(tag)
  if (untold.size === 0) return
  const telling = [...untold]
  try {
    const response = await fetch(`${values.server}/api/revalidate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ tags: telling }),
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    for (const tag of telling) untold.delete(tag)
  } catch {
    setTimeout(() => tellServer([]), 250)
  }
}

/** What `/api/health` shows. */
function health() {
  const problems = (last?.problems ?? []).filter(({ severity }) => !severity)
  return {
    watching: true,
    posts: last?.published.posts.length,
    problems: problems.map(({ file, line, column, message }: Problem) => ({ file, line, column, message })),
    ...(failure && { failure }),
    ...(announcer && { announcements: announcer.status() }),
  }
}

createServer(async (request, response) => {
  const answer = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (!token || !isSecret(request.headers.authorization ?? '', `Bearer ${token}`)) return answer(401, {})
  if (request.method === 'GET') return answer(200, health())
  try {
    const answered = await inTurn(async () => {
      const commit = request.url === '/pull' ? await pull() : undefined
      const { files, tags, problems } = await publishOnce()
      return { commit, files, tags, problems: problems.filter(({ severity }) => !severity) }
    })
    answer(200, answered)
  } catch (error) {
    answer(502, { error: error instanceof Error ? error.message : String(error) })
  }
}).listen(Number(values.port), '127.0.0.1')

const first = await inTurn(publishOnce).catch(() => undefined)
console.log(`Published ${first?.published.posts.length ?? 0} posts.`)
watchContent(() => {
  inTurn(publishOnce).catch(() => {})
})
