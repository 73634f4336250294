import { noSources, printPolicy } from '../../http/security-headers.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { readPublishedState } from '../cache/published-state'
import { findInlineScripts } from './inline-scripts'
import { withoutPayload } from './without-payload'

/** Beginnings of blocked scripts that were logged already. Bounded: pages of an author repeat the same few. */
const logged = new Set<string>()
const maxLogged = 100

/** Finish a page before it is sent: remove what only React would read, and print its content security policy. */
export function finishDocument(html: string): { html: string; policy: string } {
  const finished = withoutPayload(html)
  const { allowed, blocked } = findInlineScripts(finished)
  for (const text of blocked) logBlocked(text.trim().slice(0, 80))
  const sources = readPublishedState()?.sources ?? noSources
  const hasComponents = finished.includes('data-component=')
  return { html: finished, policy: printPolicy(sources, { inlineScripts: allowed, hasComponents }) }
}

function logBlocked(beginning: string): void {
  if (logged.has(beginning) || logged.size >= maxLogged) return
  logged.add(beginning)
  console.error(
    translate`A page contains an inline script, which its security policy blocks: ${beginning}. Put the script into a file in site/public (docs/security.md).`,
  )
}
