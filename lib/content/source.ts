import type { SourcePlugin } from 'contentlayer2/core'
import type { Generated } from './generated'

/** Not to be seen by the bundler of contentlayer's configuration, which would bring a second one along. */
const effect: string = '@contentlayer2/utils/effect'

/** What we use of it. */
interface Effects {
  T: {
    promise(work: () => Promise<unknown>): unknown
    either(effect: unknown): unknown
  }
  S: { fromEffect(effect: unknown): ReturnType<SourcePlugin['fetchData']> }
}

type Source = (key: string | undefined) => Promise<SourcePlugin>

/**
 * A source of contentlayer's whose documents we read ourselves. Its own way starts some sixty effects a document, two for
 * each field that could be there: of 17 s of CPU for 1,000 articles that are all compiled, 13.
 *
 * @param read all documents
 */
export function withDocuments(source: Source, read: () => Promise<readonly Generated[]>): Source {
  return async (key) => {
    const { S, T }: Effects = await import(effect)
    const fetchAll = T.promise(async () => ({
      cacheItemsMap: Object.fromEntries((await read()).map(toCacheItem)),
    }))
    return { ...(await source(key)), fetchData: () => S.fromEffect(T.either(fetchAll)) }
  }
}

function toCacheItem(document: Generated) {
  const item = { document, documentHash: '', hasWarnings: false, documentTypeName: document.type }
  return [document._id, item] as const
}
