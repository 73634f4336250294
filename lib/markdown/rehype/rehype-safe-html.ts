import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { type Problem, report } from '../problems/problem'
import { forbiddenScheme } from '../text/link-scheme'
import { visit } from '../tree/visit'

/** Elements that an article cannot contain, with what to write instead. */
const forbidden: Readonly<Record<string, string>> = {
  script: translate`Write a component (docs/customising.md), or load a file of site/public in the slot Head.`,
  style: translate`Put the rules into site/style.css.`,
  link: translate`Put the rules into site/style.css, and the file into site/public.`,
  base: translate`Remove it: it would change the target of every link of the page.`,
  meta: translate`Remove it: the front matter sets what the head of the page contains.`,
  embed: translate`Link to the file, or use <video> or <audio>.`,
  object: translate`Link to the file, or use <video> or <audio>.`,
  applet: translate`Remove it: browsers do not run applets any more.`,
}

/** Attributes with an address that the reader opens. */
const linking = ['href', 'xLinkHref', 'action', 'formAction', 'cite'] as const

/**
 * Report and remove HTML that the security policy of pages blocks, or that would run code of another site: elements such as
 * `<script>`, attributes such as `onclick`, and links with other schemes than http, https and mailto.
 *
 *     <a href="javascript:x" onclick="y">z</a>  →  <a>z</a>
 */
export function rehypeSafeHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element) => {
      for (const { name, ...problem } of findFaults(element)) {
        report(file, element, { rule: 'html', ...problem })
        if (name) delete element.properties[name]
        else Object.assign(element, { tagName: 'span', properties: {}, children: [] })
      }
    })
  }
}

type Fault = Pick<Problem, 'message' | 'hint'> & {
  /** The attribute to remove; the element if there is none. */
  name?: string
}

function findFaults({ tagName, properties }: Element): Fault[] {
  const hint = Object.hasOwn(forbidden, tagName) ? forbidden[tagName] : undefined
  if (hint) return [{ message: translate`Found <${tagName}>, which an article cannot contain.`, hint }]
  const handlers = Object.keys(properties).filter((name) => /^on[a-z]/i.test(name))
  return [
    ...handlers.map((name) => ({
      name,
      message: translate`Found the attribute ${name.toLowerCase()}, which browsers do not run on pages of this site.`,
      hint: translate`Write a component (docs/customising.md).`,
    })),
    ...linking.flatMap((name): Fault[] => {
      const scheme = forbiddenScheme(String(properties[name] ?? ''))
      if (scheme === undefined) return []
      const message = translate`Found a link that starts with ${scheme}:; expected https:, http: or mailto:, or a relative address.`
      return [{ name, message, hint: translate`Correct the address, or write it as text in backquotes.` }]
    }),
  ]
}
