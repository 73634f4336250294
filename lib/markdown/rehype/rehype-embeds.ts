import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { listed, translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { createElement } from '../tree/create-element'
import { SKIP, visit } from '../tree/visit'
import { readHost } from './read-host'

interface Options {
  /** Hosts of which readers may load contents on request. */
  hosts: readonly string[]
  /** The text of the link, with `{host}`. */
  label: string
}

/**
 * Replace frames by links to their contents. Nothing is requested until the reader clicks: then a script shows the frame in
 * place of the link (`lib/browser/embeds`), and without scripts the link opens the contents. Frames of other hosts are removed.
 *
 *     <iframe src="//player.example.org/a">  →  <a class="embed" href="https://player.example.org/a">player.example.org 的内容</a>
 */
export function rehypeEmbeds({ hosts, label }: Options) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'iframe' || !parent || index === undefined) return undefined
      const src = String(element.properties.src ?? '')
      const { host, url = '' } = readHost(src.trim()) ?? {}
      if (host !== undefined && hosts.includes(host)) {
        parent.children[index] = toLink(element, url, label.replace('{host}', host))
        return SKIP
      }
      report(file, element, {
        rule: 'embed',
        message: translate`Found <iframe> with ${src === '' ? translate`no src` : src}; expected the address of a host in embeds in site.config.ts${hosts.length > 0 ? translate`: ${listed(hosts)}` : ''}.`,
        hint:
          host === undefined
            ? translate`Write the address of the contents, https://…, or a link to it.`
            : translate`Add '${host}' to embeds: then its contents load when a reader clicks. Or write a link to it.`,
      })
      parent.children.splice(index, 1)
      return [SKIP, index]
    })
  }
}

/** @param label says from which host it is */
function toLink({ properties, position }: Element, href: string, label: string): Element {
  const { title } = properties
  const [width, height] = [Number(properties.width), Number(properties.height)]
  const link = createElement(
    'a',
    {
      className: ['embed'],
      href,
      rel: ['noopener'],
      ...(width > 0 && height > 0 && { style: `aspect-ratio:${width}/${height}` }),
    },
    [
      ...(typeof title === 'string' && title !== ''
        ? [
            createElement('b', {}, [{ type: 'text' as const, value: title }]),
            { type: 'text' as const, value: ' ' },
          ]
        : []),
      createElement('span', {}, [{ type: 'text', value: label }]),
    ],
  )
  return { ...link, ...(position && { position }) }
}
