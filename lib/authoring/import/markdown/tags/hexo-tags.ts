import type { Tag } from './parse-tags'
import {
  address,
  details,
  external,
  image,
  link,
  quote,
  type TagHandler,
  type TagHandlers,
} from './tag-context'

const isPath = (text: string) => /[./]/.test(text) || text.startsWith('http')
const isSize = (text: string) => /^\d+(?:px|%)?$|^auto$/.test(text)

/** `{% asset_img [classes] name [width] [height] "title" "alt" %}`. */
const assetImage: TagHandler = ({ args }) => {
  const index = Math.max(0, args.findIndex(isPath))
  const name = args[index]
  if (name === undefined) return undefined
  const texts = args.slice(index + 1).filter((text) => !isSize(text))
  // `"title 'alt'"` in one argument is Hexo's older form.
  const [, title, alt] = /^(.*?)\s*['"]([^'"]+)['"]$/.exec(texts[0] ?? '') ?? []
  return image(name, alt ?? texts[1] ?? texts[0] ?? '', title ?? texts[0] ?? '')
}

const postLink: TagHandler = ({ args: [name = '', ...texts] }, _, context) => {
  const [path = '', anchor = ''] = name.split('#', 2)
  const found = context.findDocument(path)
  if (!found) return undefined
  const words = texts.at(-1) === 'true' || texts.at(-1) === 'false' ? texts.slice(0, -1) : texts
  return link(words.join(' ') || found.title, found.url + (anchor && `#${anchor}`))
}

/** `{% blockquote [author[, source]] [link] [title] %}`. */
const blockquote: TagHandler = ({ rest, args }, inner) => {
  if (inner === undefined) return undefined
  const url = args.find((argument) => /^https?:/.test(argument))
  const [author = '', ...title] = url ? rest.split(url) : [rest]
  const name = `${author} ${title.join(' ')}`.trim()
  const source = url ? link(name || url, url) : name
  return quote(inner + (source && `\n\n—— ${source}`))
}

const note: TagHandler = ({ args }, inner) => {
  const styles =
    /^(?:default|primary|success|info|warning|danger|no-icon|simple|modern|flat|disabled|fa[srb]?|fa-[\w-]+|\w+-block)$/
  return inner === undefined
    ? undefined
    : quote(inner, args.filter((argument) => !styles.test(argument)).join(' '))
}

/** `{% link text url %}`, `{% btn url, text %}`. */
const textLink: TagHandler = ({ rest }) => {
  const parts = rest.split(/\s*,\s*|\s+/).filter(Boolean)
  const url = parts.find((part) => /^(?:https?:|\/)/.test(part))
  const text = parts.filter((part) => part !== url && !/^fa|^(?:true|false)$/.test(part)).join(' ')
  return url && link(text || url, url)
}

const player =
  (label: string, url: string): TagHandler =>
  ({ args: [id] }) =>
    id && external(label, url + id)

/** The tags of Hexo and of its common themes. */
export const hexoTags: TagHandlers = {
  post_link: postLink,
  post_path: ({ args: [name = ''] }, _, context) => {
    const found = context.findDocument(name)
    return found && address(found.url)
  },
  asset_img: assetImage,
  asset_link: ({ args: [name, ...title] }) => name && link(title.join(' ') || name, name),
  asset_path: ({ args: [name] }) => name && address(name),
  img: assetImage,
  image: assetImage,
  inlineimage: assetImage,
  inlineimg: assetImage,
  fullimage: assetImage,
  link: textLink,
  linkcard: textLink,
  btn: textLink,
  button: textLink,
  pdf: ({ args: [url] }) => url && link(url.split('/').at(-1) ?? url, url),
  blockquote,
  quote: blockquote,
  pullquote: (_, inner) => inner && quote(inner),
  cq: (_, inner) => inner && quote(inner),
  centerquote: (_, inner) => inner && quote(inner),
  note,
  subnote: note,
  label: ({ rest }) => `<mark>${rest.replace(/^\w*\s*@/, '')}</mark>`,
  folding: ({ args }, inner) => inner && details(inner, args.at(-1) ?? '…'),
  hideToggle: ({ args: [summary] }, inner) => inner && details(inner, summary ?? '…'),
  spoiler: ({ args: [summary] }, inner) => inner && details(inner, summary ?? '…'),
  youtube: player('YouTube', 'https://www.youtube.com/watch?v='),
  vimeo: player('Vimeo', 'https://vimeo.com/'),
  bilibili: player('bilibili', 'https://www.bilibili.com/video/'),
  gist: player('Gist', 'https://gist.github.com/'),
  jsfiddle: player('JSFiddle', 'https://jsfiddle.net/'),
  iframe: ({ args: [url] }) => url && external(url, url),
}

/** Tags of Hexo that have an end. */
export const hexoPairs: ReadonlySet<string> = new Set([
  ...['blockquote', 'quote', 'pullquote', 'cq', 'centerquote', 'note', 'subnote'],
  ...['folding', 'hideToggle', 'spoiler'],
])

/** Values of `{{ … }}`: the title of the page, and the root of the site. */
export function outputValue({ name }: Tag, title: string): string | undefined {
  if (/^page\.title$/.test(name)) return title
  if (/^(?:site\.(?:baseurl|url)|config\.root|url_for\(''\))$/.test(name)) return ''
  const [, , path] = /^(["'])(.*)\1\s*\|\s*(?:prepend:.*|relative_url|absolute_url)$/.exec(name) ?? []
  return path
}
