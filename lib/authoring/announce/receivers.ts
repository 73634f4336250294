import type { Site } from '../../site/config'
import { feedUrl } from '../../site/feed-address'
import { feedFiles } from '../../site/routes.mjs'
import { settings } from '../../site/settings'
import type { Changes } from './changes'

/** A service to which changes are announced. */
export interface Receiver {
  name: string
  /** Maximum number of URLs in one request. */
  maxUrls: number
  /** Select the URLs to announce to it. */
  select(changes: Changes): string[]
  /** Create the request that announces URLs. */
  request(urls: readonly string[]): Request
}

/** The receivers that the settings enable. */
export function findReceivers({ url, websubHub }: Pick<Site, 'url' | 'websubHub'>): Receiver[] {
  const receivers: Receiver[] = []
  const key = settings.indexNowKey()
  if (key) receivers.push(indexNow(url, key, settings.indexNowEndpoint()))
  const token = settings.baiduToken()
  if (token) receivers.push(baidu(url, token, settings.baiduEndpoint()))
  if (websubHub) receivers.push(hub(url, websubHub))
  return receivers
}

/** IndexNow: Bing, Yandex, Seznam, Naver and others, which share it: https://www.indexnow.org/documentation */
function indexNow(site: string, key: string, endpoint: string): Receiver {
  return {
    name: 'IndexNow',
    maxUrls: 10_000,
    select: ({ changed, gone }) => [...changed, ...gone].map((path) => site + path),
    request: (urlList) =>
      new Request(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          host: new URL(site).host,
          key,
          keyLocation: `${site}/${key}.txt`,
          urlList,
        }),
      }),
  }
}

/** Baidu accepts URLs of existing pages only: https://ziyuan.baidu.com/linksubmit/index */
function baidu(site: string, token: string, endpoint: string): Receiver {
  return {
    name: 'Baidu',
    maxUrls: 2_000,
    select: ({ changed }) => changed.map((path) => site + path),
    request: (urls) =>
      new Request(`${endpoint}?${new URLSearchParams({ site, token })}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: urls.join('\n'),
      }),
  }
}

/** A WebSub hub fetches the announced feeds and forwards new entries to subscribers: https://www.w3.org/TR/websub/ */
function hub(site: string, endpoint: string): Receiver {
  return {
    name: 'WebSub hub',
    maxUrls: 100,
    select: ({ lists }) => lists.flatMap(feedsOf).map((path) => site + path),
    request: (topics) =>
      new Request(endpoint, {
        method: 'POST',
        body: new URLSearchParams([['hub.mode', 'publish'], ...topics.map((topic) => ['hub.url', topic])]),
      }),
  }
}

/** The feeds of a list, with formulas as MathML and as images: subscribers use either. */
function feedsOf(list: string): string[] {
  return feedFiles.flatMap((file) => [feedUrl(list, file), feedUrl(list, file, 'svg')])
}
