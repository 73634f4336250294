import { outsideCode } from './formula-elements'

/** Files of the media library, by id. */
export type Media = ReadonlyMap<string, MediaFile>

export interface MediaFile {
  url: string
  title: string
  /** Id of the post to which it was uploaded. */
  post: string
}

const codeNames =
  'code|sourcecode|source|crayon|php|python|cpp|c|java|js|javascript|css|html|xml|sql|bash|matlab|r'

/**
 * Replace WordPress' own shortcodes, and those for code, by HTML. Others stay in the text.
 *
 * @param post id of the post: a gallery without a list shows all images that were uploaded to it
 * @returns `unknown`: the names of those that stay
 */
export function convertShortcodes(
  html: string,
  media: Media,
  post: string,
): { html: string; unknown: string[] } {
  const withCode = convertCode(html)
  const unknown = new Set<string>()
  const converted = outsideCode(withCode, (text) => {
    const known = convertMedia(convertCaptions(text), media, post)
    for (const name of unknownNames(known)) unknown.add(name)
    return known.replace(/\[\[(\w[^\]]*\])\]/g, '[$1')
  })
  return { html: converted, unknown: [...unknown] }
}

/** `[code lang="python"]…[/code]`, `[python]…[/python]`. */
function convertCode(html: string): string {
  const pattern = new RegExp(`(?<!\\[)\\[(${codeNames})(\\s[^\\]]*)?\\]([\\s\\S]*?)\\[/\\1\\]`, 'gi')
  return html.replace(pattern, (_, name: string, attributes: string | undefined, content: string) => {
    const named = readAttribute(attributes ?? '', 'lang') ?? readAttribute(attributes ?? '', 'language')
    const language = named ?? (/^(code|source|sourcecode|crayon)$/i.test(name) ? '' : name)
    const code = content
      .replace(/^(?:\s*<br\s*\/?>)?\n/, '')
      .replace(/\n\s*$/, '')
      // Editors store references, except for the text editor of old versions.
      .replace(/&(?![a-z]+;|#\w+;)/gi, '&amp;')
      .replaceAll('<', '&lt;')
    const className = language ? ` class="language-${language.toLowerCase()}"` : ''
    return `<pre><code${className}>${code}</code></pre>`
  })
}

function readAttribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:["'“”″]|&quot;)?([^"'“”″\\s&]+)`, 'i').exec(attributes)
  return found?.[1]
}

/** `[caption width="300"]<img> text[/caption]`. */
function convertCaptions(html: string): string {
  return html.replace(
    /(?<!\[)\[(caption|wp_caption)(\s[^\]]*)?\]([\s\S]*?)\[\/\1\]/gi,
    (_, _name: string, attributes: string | undefined, content: string) => {
      const [image = '', text = ''] = /^([\s\S]*?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/
        .exec(content)
        ?.slice(1) ?? [content]
      const old = /\bcaption\s*=\s*"([^"]*)"/i.exec(attributes ?? '')?.[1] ?? ''
      const caption = (text.trim() || old).trim()
      return `<figure>${image.trim()}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
    },
  )
}

const isImage = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i

/** `[gallery ids="1,2"]`, `[embed]…[/embed]`, `[audio src="…"]`, `[video src="…"]`. */
function convertMedia(html: string, media: Media, post: string): string {
  return html
    .replace(/(?<!\[)\[gallery(\s[^\]]*)?\]/gi, (shortcode, attributes: string | undefined) => {
      const ids = /\b(?:ids|include)\s*=\s*["']?([\d,\s]+)/i.exec(attributes ?? '')?.[1]?.match(/\d+/g)
      const images = ids
        ? ids.flatMap((id) => media.get(id) ?? [])
        : [...media.values()].filter((file) => file.post === post && isImage.test(file.url))
      if (images.length === 0) return shortcode
      return `\n\n${images.map(({ url, title }) => `<img src="${escapeAttribute(url)}" alt="${escapeAttribute(title)}">`).join('\n\n')}\n\n`
    })
    .replace(/(?<!\[)\[embed(?:\s[^\]]*)?\]\s*([^\s[]+)\s*\[\/embed\]/gi, '\n\n<a href="$1">$1</a>\n\n')
    .replace(
      /(?<!\[)\[(audio|video)(\s[^\]]*)?\](?:\s*\[\/\1\])?/gi,
      (shortcode, name: string, attributes: string | undefined) => {
        const src = /\b(?:src|mp3|m4a|ogg|wav|mp4|m4v|webm|ogv)\s*=\s*["']([^"']+)/i.exec(
          attributes ?? '',
        )?.[1]
        return src ? `\n\n<${name} src="${src}" controls></${name}>\n\n` : shortcode
      },
    )
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** The names of shortcodes: brackets with attributes, a closing shortcode, or a compound name. Other brackets are text. */
function unknownNames(html: string): string[] {
  const names: string[] = []
  for (const [, name = '', attributes = ''] of html.matchAll(
    /(?<![[\w\\])\[([a-z][\w-]*)((?:\s[^\]]*)?)\/?\]/gi,
  )) {
    const isShortcode =
      /=\s*["'\d]/.test(attributes) || html.includes(`[/${name}]`) || /[a-z][-_][a-z]/i.test(name)
    if (isShortcode) names.push(name)
  }
  return names
}
