import type { Problem } from '../../../markdown/problems/problem'
import { listed, translate } from '../../../site/messages/translate.mjs'
import { plural } from '../../../site/plural.mjs'
import type { Announcer } from '../../announce/announcer'
import { describeProblems } from '../../check/describe-problems'
import type { Mode, Publication, Publisher } from '../publisher'
import type { PublicationOutcome } from './publisher-metrics'
import { createRetry } from './retry'

interface Options {
  mode: Mode
  publisher: Pick<Publisher, 'publish' | 'pending' | 'checkFiles'>
  /** Receives the cache tags that no HTTP response delivers. */
  notify(tags: readonly string[]): Promise<void>
  announcer: Announcer | undefined
  /** Called after each publication. */
  onPublication?: ((outcome: PublicationOutcome) => void) | undefined
}

/** Runs one publication at a time, retries failed ones, logs them, and reports the publisher's health. */
export class PublishingService {
  private readonly mode: Mode
  private readonly publisher: Options['publisher']
  private readonly notify: Options['notify']
  private readonly announcer: Announcer | undefined
  private readonly onPublication: Options['onPublication']
  private readonly retry = createRetry(() => this.publishChanges())
  private last: Publication | undefined
  private failure: { reason: string; since: string } | undefined
  /** When the current or last publication started. */
  private started = ''
  /** The problems that were logged last, as text. */
  private loggedProblems = ''
  /** The files of outdated code that were logged last. */
  private loggedCode = ''
  /** The last of the queue of publications. */
  private queue: Promise<unknown> = Promise.resolve()

  constructor({ mode, publisher, notify, announcer, onPublication }: Options) {
    this.mode = mode
    this.publisher = publisher
    this.notify = notify
    this.announcer = announcer
    this.onPublication = onPublication
  }

  /** Run work when no publication is running; the next publication waits for it. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work)
    this.queue = next.catch(() => {})
    return next
  }

  /** Publish what changed in `content/` and notify the server. A failure is logged and retried. */
  publishChanges(): Promise<Publication | undefined> {
    return this.inTurn(async () => {
      const publication = await this.publish()
      await this.notify(publication.tags)
      return publication
    }).catch(() => undefined)
  }

  /** Rebuild damaged files, and notify the server. */
  rebuildDamaged(): Promise<Publication | undefined> {
    this.publisher.checkFiles()
    return this.publishChanges()
  }

  /**
   * Publish what changed on behalf of a request, whose response delivers the tags: the server is not notified.
   *
   * @param prepare runs before, in the same turn
   * @throws if publishing fails; it is retried nevertheless
   */
  publishForRequest<T>(prepare: () => Promise<T>): Promise<{ prepared: T; publication: Publication }> {
    return this.inTurn(async () => {
      const prepared = await prepare()
      return { prepared, publication: await this.publish() }
    })
  }

  /** The publisher's part of the response of `/api/health`. */
  health() {
    const errors = (this.last?.problems ?? []).filter(isError)
    return {
      watching: true,
      posts: this.last?.published.posts.length,
      problems: errors.map(({ file, line, column, message }) => ({ file, line, column, message })),
      ...this.outdatedCode(),
      ...this.pending(),
      ...(this.announcer && { announcements: this.announcer.status() }),
    }
  }

  private async publish(): Promise<Publication> {
    this.started = new Date().toISOString()
    const began = performance.now()
    const report = (files?: readonly string[]) =>
      this.onPublication?.({
        isPublished: files !== undefined,
        seconds: (performance.now() - began) / 1000,
        files: files?.length ?? 0,
      })
    try {
      const publication = await this.publisher.publish()
      if (this.failure) console.log(translate`Publishing succeeded again.`)
      this.failure = undefined
      if (publication.isIncomplete) this.retry.failed()
      else this.retry.succeeded()
      this.last = publication
      report(publication.files)
      this.log(publication)
      this.announcer?.note(publication.published)
      return publication
    } catch (error) {
      report()
      const { message } = error as Error
      this.failure = { reason: message, since: this.failure?.since ?? new Date().toISOString() }
      const seconds = this.retry.failed() / 1000
      console.error(
        translate`Publishing failed (${message}); the last published content stays online. Retrying in ${seconds} s.`,
      )
      throw error
    }
  }

  private log({ files, tags, problems, outdatedCode, duration }: Publication): void {
    if (files.length > 0 && tags.length > 0) {
      const subject = files.length === 1 ? files[0] : plural(files.length, 'file')
      console.log(translate`Published ${subject} in ${Math.round(duration)} ms.`)
    }
    const code = listed(outdatedCode)
    if (code !== '' && code !== this.loggedCode) console.log(explainOutdatedCode(code))
    this.loggedCode = code
    const reported = this.mode === 'dev' ? problems : problems.filter(isError)
    const text = reported.length > 0 ? describeProblems(reported, 20) : ''
    if (text === this.loggedProblems) return
    if (text) console.error(text)
    else console.log(translate`No problems are left.`)
    this.loggedProblems = text
  }

  /** The components and slots that readers do not see yet. */
  private outdatedCode() {
    const files = this.last?.outdatedCode ?? []
    if (files.length === 0) return {}
    return { restart: { files: files.slice(0, 100), reason: explainOutdatedCode(listed(files)) } }
  }

  /** The changes that are not published, since when and why. The first files suffice to identify a change. */
  private pending() {
    const files = this.publisher.pending().slice(0, 100)
    if (this.failure) return { pending: { files, ...this.failure } }
    if (files.length === 0) return {}
    return { pending: { files, since: this.started, reason: translate`They are being published.` } }
  }
}

function explainOutdatedCode(files: string): string {
  return translate`Changed: ${files}. Pages show the components and slots of the last build: stop npm start and start it again, which builds them.`
}

export function isError({ severity }: Problem): boolean {
  return !severity
}
