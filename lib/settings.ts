/** What a server is told by its environment (or `.env.local`): secrets and addresses, which do not belong in git. */
export const settings = {
  /**
   * Shared with GitHub's webhook and with whoever calls `POST /api/revalidate`; also signs preview links. At least
   * 16 characters of chance: `openssl rand -hex 32`. Without it nobody can do either.
   */
  revalidateSecret: () => process.env.REVALIDATE_SECRET ?? '',
  /** `1`: the webhook brings the checkout up to date first (`git pull --ff-only`). For a server of one's own. */
  pullsFirst: () => process.env.REVALIDATE_PULL === '1',
  /** Redis that the instances of a fleet share: `redis://127.0.0.1:6379/0`. One database a site. */
  redisUrl: () => process.env.REDIS_URL ?? '',
  /**
   * Key of IndexNow, by which Bing, Yandex and others are told what changed: 8 to 128 letters, digits and hyphens of your
   * own choice (`openssl rand -hex 16`). It is served at `/<key>.txt`, where they check it; without it they are not told.
   */
  indexNowKey: () => {
    const key = process.env.INDEXNOW_KEY ?? ''
    if (/^([a-zA-Z0-9-]{8,128})?$/.test(key)) return key
    console.error(
      'INDEXNOW_KEY: expected 8 to 128 letters, digits and hyphens; nobody is told by IndexNow. Make one: openssl rand -hex 16',
    )
    return ''
  },
  /** Where IndexNow is told: for tests. */
  indexNowEndpoint: () => process.env.INDEXNOW_ENDPOINT ?? 'https://api.indexnow.org/indexnow',
  /** Token of Baidu's link submission (ziyuan.baidu.com), by which Baidu is told what was published and edited. */
  baiduToken: () => process.env.BAIDU_PUSH_TOKEN ?? '',
  /** Where Baidu is told: for tests. Baidu documents this address without TLS. */
  baiduEndpoint: () => process.env.BAIDU_PUSH_ENDPOINT ?? 'http://data.zz.baidu.com/urls',
  /** Set by `npm start` and `npm run dev`, never by hand: where the publisher listens, and what it is asked with. */
  publisherUrl: () => process.env.LEMMA_PUBLISHER ?? '',
  token: () => process.env.LEMMA_TOKEN ?? '',
} as const
