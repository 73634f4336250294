import { createHmac } from 'node:crypto'
import { verify } from '@octokit/webhooks-methods'
import { isSecret } from '../../http/secret'

/** How a host of repositories signs its webhooks. All send JSON with the `commits` of a push. */
export interface WebhookHost {
  name: string
  /** The header with the signature or the secret; a request that has it comes from this host. */
  signature: string
  /** The header with the name of the event. */
  event: string
  /** The values of that header for a push and for a test of the connection. */
  push: string
  ping?: string
  /** The header with the id of the delivery. Hosts without one send the same time for the same delivery. */
  delivery: string
  /** Is the request signed with the secret? */
  isSigned(signature: string, body: string, secret: string, headers: Headers): Promise<boolean> | boolean
}

/** Milliseconds for which a signature of Gitee is valid: https://help.gitee.com/webhook/how-to-verify-webhook-keys */
const giteeLifetime = 60 * 60 * 1000

/** The first host whose signature a request has applies: Gitea and Forgejo also send the headers of GitHub. */
export const webhookHosts: readonly WebhookHost[] = [
  {
    // https://docs.gitea.com/usage/webhooks, https://forgejo.org/docs/latest/user/webhooks/
    name: 'Gitea or Forgejo',
    signature: 'x-gitea-signature',
    event: 'x-gitea-event',
    push: 'push',
    delivery: 'x-gitea-delivery',
    isSigned: (signature, body, secret) =>
      isSecret(signature, createHmac('sha256', secret).update(body).digest('hex')),
  },
  {
    // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
    name: 'GitHub',
    signature: 'x-hub-signature-256',
    event: 'x-github-event',
    push: 'push',
    ping: 'ping',
    delivery: 'x-github-delivery',
    // `verify` throws for an empty body, and accepts a signature without the name of the algorithm.
    isSigned: (signature, body, secret) =>
      body !== '' && /^sha256=[\da-f]{64}$/.test(signature) && verify(secret, body, signature),
  },
  {
    // https://docs.gitlab.com/user/project/integrations/webhooks/
    name: 'GitLab',
    signature: 'x-gitlab-token',
    event: 'x-gitlab-event',
    push: 'Push Hook',
    delivery: 'x-gitlab-event-uuid',
    isSigned: (token, _body, secret) => isSecret(token, secret),
  },
  {
    name: 'Gitee',
    signature: 'x-gitee-token',
    event: 'x-gitee-event',
    push: 'Push Hook',
    delivery: 'x-gitee-timestamp',
    isSigned: isSignedByGitee,
  },
]

/** Gitee sends the secret itself, or a signature of the time: in Base64, percent-encoded or not. */
function isSignedByGitee(token: string, _body: string, secret: string, headers: Headers): boolean {
  if (isSecret(token, secret)) return true
  const timestamp = headers.get('x-gitee-timestamp') ?? ''
  if (!(Math.abs(Date.now() - Number(timestamp)) < giteeLifetime)) return false
  const signature = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
  return isSecret(token, signature) || isSecret(token, encodeURIComponent(signature))
}

/** The host that sent a request; undefined if it is no webhook. */
export function hostOf(headers: Headers): WebhookHost | undefined {
  return webhookHosts.find(({ signature }) => headers.has(signature))
}
