import { isStatementKind } from '../../../site/label-kinds'
import { translate } from '../../../site/messages/translate.mjs'
import { htmlNames } from '../html/html-names'
import type { Source } from '../source'
import type { Replaced } from './tags/replace-tags'
import { address, image, link, type TagContext } from './tags/tag-context'

type System = Source['system']

/** A change of Markdown's dialect. Formulas and code are placeholders. @returns the text, and what has no equivalent */
type Conversion = (text: string, context: TagContext) => Replaced

const without = (text: string): Replaced => ({ text, notes: [] })

/** `<!--more-->` on a line of its own; only the first one counts. */
const teaserMarker: Conversion = (text) => {
  let found = false
  return without(
    text.replace(/\s*<!--\s*more\b[^>]*?-->\s*/gi, () => {
      const marker = found ? '\n\n' : '\n\n<!-- more -->\n\n'
      found = true
      return marker
    }),
  )
}

const tableOfContents: Conversion = (text) => {
  const removed = text.replace(
    /^[ \t]*(?:[-*+]|1\.)[ \t]+.*\n[ \t]*\{:\s*toc\s*\}[ \t]*$|^[ \t]*(?:@?\[toc\]|\[\[_?toc_?\]\]|\{:\s*toc\s*\})[ \t]*$/gim,
    '',
  )
  return without(removed)
}

const headings: Conversion = (text) =>
  without(text.replace(/^(#{2,6}|#(?=\p{Script=Han}))(?=[^\s#])/gmu, '$1 '))

/** `## Heading {#id}`: old links to the id go on working. */
const headingIds: Conversion = (text) =>
  without(
    text.replace(
      /^(#{1,6}[ \t].*?)[ \t]*\{:?[ \t]*#([\w:.-]+)[^{}\n]*\}[ \t]*#*[ \t]*$/gm,
      '$1<span id="$2"></span>',
    ),
  )

/** kramdown's `{: .class}`, and Pandoc's `{.class width=50%}` after an image. */
const attributeLists: Conversion = (text) => {
  const notes: string[] = []
  const found = (list: string, before = '') => {
    notes.push(translate`${list.trim()}: attributes of elements are not imported.`)
    return before
  }
  const kept = text
    .replace(/^[ \t]*\{:[^{}\n]*\}[ \t]*\n?/gm, (list) => found(list))
    .replace(/\{:[ .#][^{}\n]*\}/g, (list) => found(list))
    .replace(/(\]\([^()\n]*\))\{[.#:]?[^{}\n]*\}/g, (list, before) =>
      found(list.slice(before.length), before),
    )
  return { text: kept, notes }
}

const highlights: Conversion = (text) =>
  without(text.replace(/(?<![=\w])==(?=[^\s=])([^=\n]{0,300}?[^\s=])==(?!=)/g, '<mark>$1</mark>'))

const comments: Conversion = (text) =>
  without(text.replace(/%%([^%]{1,2000}?)%%/g, (_, inner: string) => `<!--${inner.replace(/--/g, '‐‐')}-->`))

const imagesWithSpaces: Conversion = (text) =>
  without(
    text.replace(
      /(!\[[^\]\n]*\]\()([^()<>\n"]*\S[ \t]+\S[^()<>\n"]*\.(?:png|jpe?g|gif|svg|webp|avif))([ \t]*(?:"[^"\n]*")?\))/gi,
      '$1<$2>$3',
    ),
  )

/** `> [!note] Title`, of Obsidian and GitHub. A kind of statement becomes one, others a quote with a title in bold. */
const callouts: Conversion = (text) =>
  without(
    text.replace(
      /^[ \t]{0,3}>[ \t]*\[!([\w-]+)\][+-]?[ \t]*(.*)\n?((?:^[ \t]{0,3}>.*(?:\n|$))*)/gm,
      (_, name: string, title: string, body: string) => {
        const kind = name.toLowerCase()
        if (!isStatementKind(kind)) {
          const head = title || name[0]?.toUpperCase() + name.slice(1).toLowerCase()
          return `> **${head}**\n>\n${body}`
        }
        const inner = body.replace(/^[ \t]{0,3}>[ \t]?/gm, '')
        return `:::${kind}${title && `[${title}]`}\n${inner.trimEnd()}\n:::\n`
      },
    ),
  )

/** `[[Note#Heading|text]]` and `![[picture.png|300]]`. */
const wikiLinks: Conversion = (text, context) => {
  const notes: string[] = []
  const converted = text.replace(
    /(!?)\[\[([^[\]|\n]+?)(?:\\?\|([^[\]\n]*))?\]\]/g,
    (source, mark: string, target: string, label: string | undefined) => {
      const [name = '', heading] = target.trim().split('#', 2)
      if (mark && /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i.test(name))
        return image(name, label && !/^\d+(?:x\d+)?$/.test(label) ? label : '')
      if (/\.(?!md$)[a-z0-9]{1,5}$/i.test(name)) return link(label ?? name, name)
      const anchor = heading ? `#${heading.trim().toLowerCase().replace(/\s+/g, '-')}` : ''
      const words = label ?? (heading && name ? `${name} › ${heading}` : (heading ?? name))
      if (name === '') return `[${words}](${address(anchor)})`
      const found = context.findDocument(name)
      if (found) {
        if (mark) notes.push(translate`${source}: the text of another note is not inserted; it is a link.`)
        return link(words, found.url + anchor)
      }
      notes.push(translate`${source}: there is no such note; its name is kept as text.`)
      return words
    },
  )
  return { text: converted, notes }
}

/** `<Directory>` outside of code: browsers showed nothing, and here it would be an unknown component. */
const unknownTags: Conversion = (text) => {
  const notes: string[] = []
  const escaped = text.replace(/(?<!\\)<(\/?[A-Z][\w.]*)(?=[\s/>][^<>]*>|>)/g, (found, name: string) => {
    if (htmlNames.has(name.replace('/', '').toLowerCase())) return found
    notes.push(translate`${found}> is no element of HTML; readers see it as text now.`)
    return `\\${found}`
  })
  return { text: escaped, notes }
}

const always: readonly Conversion[] = [
  teaserMarker,
  tableOfContents,
  imagesWithSpaces,
  headingIds,
  unknownTags,
]

const bySystem: Partial<Record<System, readonly Conversion[]>> = {
  hexo: [headings, callouts, attributeLists],
  typecho: [headings],
  hugo: [callouts, attributeLists, highlights],
  jekyll: [attributeLists],
  obsidian: [comments, wikiLinks, callouts, highlights],
  markdown: [wikiLinks, callouts, highlights],
}

/** Convert what the Markdown of a system has in addition to ours. Formulas and code are placeholders. */
export function convertDialect(text: string, system: System, context: TagContext): Replaced {
  return [...always, ...(bySystem[system] ?? [])].reduce<Replaced>(
    (before, convert) => {
      const after = convert(before.text, context)
      return { text: after.text, notes: [...before.notes, ...after.notes] }
    },
    { text, notes: [] },
  )
}
