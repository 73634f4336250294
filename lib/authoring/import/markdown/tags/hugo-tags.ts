import { address, details, external, image, quote, type TagHandler, type TagHandlers } from './tag-context'

const figure: TagHandler = ({ args: [first], named }) => {
  const { src = first, alt = '', caption, title } = named
  return src && image(src, alt, caption ?? title ?? '')
}

const reference: TagHandler = ({ args: [first], named }, _, context) => {
  const [name = '', anchor = ''] = (first ?? named.path ?? '').split('#', 2)
  const suffix = anchor && `#${anchor}`
  if (name === '') return suffix || undefined
  const found = context.findDocument(name)
  return found && address(found.url) + suffix
}

const callout: TagHandler = ({ args, named }, inner) =>
  inner &&
  quote(
    inner,
    named.title ??
      args
        .slice(1)
        .filter((argument) => !/^(?:true|false)$/.test(argument))
        .join(' '),
  )

const folded: TagHandler = ({ args: [first], named }, inner) =>
  inner && details(inner, named.summary ?? named.title ?? first ?? '…')

const player =
  (label: string, url: string): TagHandler =>
  ({ args: [first], named }) => {
    const id = first ?? named.id
    return id && external(label, url + id)
  }

/** The shortcodes of Hugo and of its common themes. */
export const hugoTags: TagHandlers = {
  figure,
  img: figure,
  image: figure,
  ref: reference,
  relref: reference,
  details: folded,
  expand: folded,
  collapse: folded,
  ...Object.fromEntries(
    [
      'admonition',
      'callout',
      'alert',
      'hint',
      'notice',
      'note',
      'tip',
      'warning',
      'info',
      'important',
      'quote',
    ].map((name) => [name, callout]),
  ),
  youtube: player('YouTube', 'https://www.youtube.com/watch?v='),
  vimeo: player('Vimeo', 'https://vimeo.com/'),
  bilibili: player('bilibili', 'https://www.bilibili.com/video/'),
  gist: ({ args: [user = '', id = ''] }) => external('Gist', `https://gist.github.com/${user}/${id}`),
}
