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
  /** Set by `npm start` and `npm run dev`, never by hand: where the publisher listens, and what it is asked with. */
  publisherUrl: () => process.env.LEMMA_PUBLISHER ?? '',
  token: () => process.env.LEMMA_TOKEN ?? '',
} as const
