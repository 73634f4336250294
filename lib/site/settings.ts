import { translate } from './messages/translate.mjs'

/** Shorter secrets can be guessed: anyone who knows a preview link can try them without asking the server. */
const minSecretLength = 16

/**
 * Settings from environment variables (or `.env.local`): secrets and URLs, which do not belong in git. The commands also read
 * LOG_FORMAT and LOG_LEVEL, before any package is installed (`lib/site/log/format.mjs`).
 */
export const settings = {
  /**
   * Secret of GitHub's webhook and of other clients of `POST /api/revalidate`; also signs preview links. At least
   * 16 random characters: `node -p "crypto.randomBytes(32).toString('hex')"`. Without it, revalidation and preview links are
   * disabled.
   */
  revalidateSecret: () => (settings.revalidateSecretProblem() ? '' : (process.env.REVALIDATE_SECRET ?? '')),
  /** Why there is no secret; undefined if there is. */
  revalidateSecretProblem: (): string | undefined => {
    if (!process.env.REVALIDATE_SECRET) return translate`REVALIDATE_SECRET is not set`
    return explainShortSecret('REVALIDATE_SECRET')
  },
  /**
   * Token with which Prometheus reads `/api/metrics`: at least 16 random characters. Without it, there are no metrics. Not for
   * Vercel, where no process lives long enough.
   */
  metricsToken: () => (settings.metricsTokenProblem() ? '' : (process.env.METRICS_TOKEN ?? '')),
  /** Why the token is not accepted; undefined if it is, or if there is none. */
  metricsTokenProblem: () => explainShortSecret('METRICS_TOKEN'),
  /**
   * The proxies whose `X-Forwarded-For` header is trusted when requests are limited by address: the number of proxies in front of
   * the server (`1`), or their addresses (`loopback`, `10.0.0.0/8`). Without it, requests from private addresses are not limited,
   * because such an address is probably a proxy.
   */
  trustProxy: () => process.env.TRUST_PROXY ?? '',
  /**
   * `Strict-Transport-Security` of every response: `max-age=31536000`, or with `; includeSubDomains`. Browsers then refuse HTTP
   * for that many seconds, so set it only when the site will stay on HTTPS.
   */
  strictTransportSecurity: () => {
    const value = process.env.STRICT_TRANSPORT_SECURITY ?? ''
    if (/^(max-age=\d+(; ?includeSubDomains)?(; ?preload)?)?$/i.test(value)) return value
    console.error(
      translate`STRICT_TRANSPORT_SECURITY must be "max-age=<seconds>", optionally with "; includeSubDomains" and "; preload"; it is not sent.`,
    )
    return ''
  },
  /** `1`: the webhook first updates the checkout (`git pull --ff-only`). For a server of your own. */
  pullsFirst: () => process.env.REVALIDATE_PULL === '1',
  /** Redis database that the instances of a fleet share: `redis://127.0.0.1:6379/0`. Each site needs its own. */
  redisUrl: () => process.env.REDIS_URL ?? '',
  /**
   * Key of IndexNow, which notifies Bing, Yandex and others of changes: 8 to 128 letters, digits and hyphens that you
   * choose (`node -p "crypto.randomUUID()"`). It is served at `/<key>.txt`, where they verify it. Without it, they are not
   * notified.
   */
  indexNowKey: () => {
    const key = process.env.INDEXNOW_KEY ?? ''
    if (/^([a-zA-Z0-9-]{8,128})?$/.test(key)) return key
    console.error(
      translate`INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens; IndexNow is disabled. Create a key: node -p "crypto.randomUUID()"`,
    )
    return ''
  },
  /** Endpoint of IndexNow; tests set another one. */
  indexNowEndpoint: () => process.env.INDEXNOW_ENDPOINT ?? 'https://api.indexnow.org/indexnow',
  /** Token of Baidu's link submission (ziyuan.baidu.com), which notifies Baidu of published and edited articles. */
  baiduToken: () => process.env.BAIDU_PUSH_TOKEN ?? '',
  /** Endpoint of Baidu's link submission; tests set another one. Baidu documents this URL without TLS. */
  baiduEndpoint: () => process.env.BAIDU_PUSH_ENDPOINT ?? 'http://data.zz.baidu.com/urls',
  /** Endpoint that describes works by their DOI, for `npm run cite`; tests set another one. */
  doiEndpoint: () => process.env.DOI_ENDPOINT ?? 'https://doi.org/',
  /** Path of the compile worker's program. Set by our commands; tests use its source. */
  compileWorker: () => process.env.LEMMA_WORKER ?? 'lib/authoring/compile/worker.ts',
  /** URL of the publisher. Set by `npm start` and `npm run dev`. */
  publisherUrl: () => process.env.LEMMA_PUBLISHER ?? '',
  /** Token for requests to the publisher and from it. Set by `npm start` and `npm run dev`. */
  token: () => process.env.LEMMA_TOKEN ?? '',
} as const

/** Why a secret can be guessed; undefined if it is long enough, or not set. @param name of its variable */
function explainShortSecret(name: string): string | undefined {
  const { length } = process.env[name] ?? ''
  return length > 0 && length < minSecretLength
    ? translate`${name} has fewer than ${minSecretLength} characters (create one: openssl rand -hex 32)`
    : undefined
}
