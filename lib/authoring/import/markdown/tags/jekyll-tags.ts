import { address, external, type TagHandlers } from './tag-context'

/** The tags of Jekyll. */
export const jekyllTags: TagHandlers = {
  post_url: ({ args: [name = ''] }, _, context) => {
    const found = context.findDocument(name)
    return found && address(found.url)
  },
  link: ({ rest }, _, context) => {
    const found = context.findDocument(rest)
    return found
      ? address(found.url)
      : /\.(?!md|markdown|html)\w+$/.test(rest)
        ? `/${rest.replace(/^\//, '')}`
        : undefined
  },
  gist: ({ args: [id] }) => id && external('Gist', `https://gist.github.com/${id}`),
  comment: (_, inner) =>
    inner !== undefined && inner.trim() !== '' ? `<!-- ${inner.trim().replace(/-->/g, '--&gt;')} -->` : '',
}

/** Tags of Jekyll that have an end. */
export const jekyllPairs: ReadonlySet<string> = new Set(['comment'])
