import { site } from '../../site.config'
import { feedFiles, feedUrl } from '../feed/address'
import { settings } from '../settings'
import type { Changes } from './changes'

/** Somebody who wants to hear of what changed. */
export interface Receiver {
  name: string
  /** Addresses in one request. */
  most: number
  /** What it wants to hear of, as addresses. */
  select(changes: Changes): string[]
  /** Make the request. */
  request(urls: readonly string[]): Request
}

const absolute = (path: string) => site.url + path

/** Whom this site tells, by its settings. */
export function findReceivers(): Receiver[] {
  const receivers: Receiver[] = []
  const key = settings.indexNowKey()
  if (key) receivers.push(indexNow(key, settings.indexNowEndpoint()))
  const token = settings.baiduToken()
  if (token) receivers.push(baidu(token, settings.baiduEndpoint()))
  if (site.websubHub) receivers.push(hub(site.websubHub))
  return receivers
}

/** Bing, Yandex, Seznam, Naver and others, who pass it on to each other: https://www.indexnow.org/documentation */
function indexNow(key: string, endpoint: string): Receiver {
  return {
    name: 'IndexNow',
    most: 10_000,
    select: ({ changed, gone }) => [...changed, ...gone].map(absolute),
    request: (urlList) =>
      new Request(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          host: new URL(site.url).host,
          key,
          keyLocation: absolute(`/${key}.txt`),
          urlList,
        }),
      }),
  }
}

/** Baidu takes addresses to read, not such that are gone: https://ziyuan.baidu.com/linksubmit/index */
function baidu(token: string, endpoint: string): Receiver {
  return {
    name: 'Baidu',
    most: 2_000,
    select: ({ changed }) => changed.map(absolute),
    request: (urls) =>
      new Request(`${endpoint}?${new URLSearchParams({ site: site.url, token })}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: urls.join('\n'),
      }),
  }
}

/** A WebSub hub reads the feeds named to it and passes on what is new: https://www.w3.org/TR/websub/ */
function hub(endpoint: string): Receiver {
  return {
    name: 'WebSub hub',
    most: 100,
    select: ({ lists }) => lists.flatMap(feedsOf).map(absolute),
    request: (topics) =>
      new Request(endpoint, {
        method: 'POST',
        body: new URLSearchParams([['hub.mode', 'publish'], ...topics.map((topic) => ['hub.url', topic])]),
      }),
  }
}

/** The feeds of a list, by the path of its page, with formulas in both ways: subscribers have the one or the other. */
function feedsOf(list: string): string[] {
  return feedFiles.flatMap((file) => [feedUrl(list, file), feedUrl(list, file, 'svg')])
}
