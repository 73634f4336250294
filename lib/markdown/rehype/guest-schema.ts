import type { Schema } from 'hast-util-sanitize'
import { floatKinds, statementKinds } from '../../site/label-kinds'
import { teaserMarker } from '../remark/remark-teaser-marker'

const kinds = [...Object.keys(statementKinds), ...floatKinds]
const statement: NonNullable<Schema['attributes']>[string] = [
  ['className', 'statement', 'claim', ...kinds],
  ['dataKind', ...kinds],
]

/**
 * What an article of a guest may contain, as `hast-util-sanitize` reads it: what Markdown and our syntax become, and HTML for
 * text, tables, images and media. `rehypeSafeHtml` checks the schemes of links, `rehypeGuestHtml` the ids.
 */
export const guestSchema: Schema = {
  tagNames: [
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'div',
      'section',
      'blockquote',
      'hr',
      'br',
      'wbr',
      'pre',
      'center',
    ],
    ...[
      'ol',
      'ul',
      'li',
      'dl',
      'dt',
      'dd',
      'details',
      'summary',
      'figure',
      'figcaption',
      'input',
      teaserMarker,
    ],
    ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q'],
    ...['rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var'],
    ...['img', 'audio', 'video', 'source', 'track', 'iframe'],
  ],
  attributes: {
    '*': ['id', 'lang', 'dir', 'title', 'ariaLabel', ['align', 'left', 'center', 'right', 'justify']],
    a: [
      ...['href', 'hrefLang', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy'],
      ['className', 'data-footnote-backref'],
    ],
    audio: ['src', 'controls', 'loop', 'muted', 'preload'],
    blockquote: ['cite'],
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    col: ['span'],
    colgroup: ['span'],
    del: ['cite', 'dateTime'],
    details: ['open', ...statement],
    div: statement,
    figure: ['dataName', ...statement],
    h2: [['className', 'footnotes-title']],
    // `rehypeEmbeds` replaces frames by links, and reads only the address, the size and the title.
    iframe: [
      ...['src', 'width', 'height', 'allow', 'allowFullScreen', 'border', 'frameBorder', 'framespacing'],
      ...['loading', 'referrerPolicy', 'scrolling'],
    ],
    img: ['src', 'alt', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ins: ['cite', 'dateTime'],
    li: ['value', ['className', 'task-list-item']],
    ol: ['start', 'type', 'reversed', ['className', 'contains-task-list']],
    p: ['dataTitle'],
    q: ['cite'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    source: ['src', 'type'],
    span: ['dataReference', 'dataLabel', 'dataSubequations', 'dataCommand', 'dataArguments', 'dataCitation'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
    track: ['src', 'kind', 'srcLang', 'label', 'default'],
    ul: [['className', 'contains-task-list']],
    video: [
      'src',
      'poster',
      'width',
      'height',
      'controls',
      'loop',
      'muted',
      'preload',
      'autoPlay',
      'playsInline',
    ],
  },
  protocols: { src: ['http', 'https'], poster: ['http', 'https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  // Each element is checked by itself.
  ancestors: {},
  clobber: [],
  strip: [],
}

/** Elements whose contents are no text: they are removed with what they contain. */
export const withoutText: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'svg', 'math', 'object', 'embed', 'applet', 'canvas'],
])
