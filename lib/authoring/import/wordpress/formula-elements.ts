import { decodeEntities } from '../decode-entities'

const attribute = (name: string) => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')

/**
 * Replace the formulas of WordPress' plugins by `\(…\)` and `\[…\]`, which are read like all others:
 *
 *     $latex x^2&s=2$                                     →  \(x^2\)
 *     [latex]x^2[/latex], [katex display=true]x^2[/katex]  →  \(x^2\), \[x^2\]
 *     <script type="math/tex; mode=display">x^2</script>   →  \[x^2\]
 *     <img class="latex" alt="x^2" src="…">                →  \(x^2\)
 *
 * Formulas remain HTML: their character references are not decoded here. Code is not changed.
 */
export function convertFormulaElements(html: string): string {
  return outsideCode(convertElements(convertScripts(html)), (text) =>
    convertDollarLatex(convertShortcodes(convertImages(text))),
  )
}

/** Change what is not in code, scripts and styles. */
export function outsideCode(html: string, change: (text: string) => string): string {
  return html
    .split(/(<(pre|code|script|style|textarea)\b[\s\S]*?<\/\2\s*>)/i)
    .map((part, index) => (index % 3 === 0 ? change(part) : index % 3 === 1 ? part : ''))
    .join('')
}

function inline(tex: string): string {
  return `\\(${tex}\\)`
}

function display(tex: string): string {
  return `\\[${tex}\\]`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&gt;')
}

/** MathJax's scripts. Their content is text, in which references are not decoded. MathJax's previews precede them. */
function convertScripts(html: string): string {
  return html
    .replace(/<span\b[^>]*class=["']MathJax_Preview["'][^>]*>[\s\S]*?<\/span>/gi, '')
    .replace(
      /<script\b[^>]*type\s*=\s*["']math\/tex([^"']*)["'][^>]*>([\s\S]*?)<\/script>/gi,
      (_, mode: string, content: string) => {
        const tex = escapeHtml(content.replace(/^\s*% <!\[CDATA\[|%?\s*\]\]>\s*$/g, ''))
        return /mode\s*=\s*display/.test(mode) ? display(tex) : inline(tex)
      },
    )
}

/** WordPress' own block of formulas, elements of KaTeX's plugin, and MathML with its TeX. */
function convertElements(html: string): string {
  return html
    .replace(/<!-- wp:math (\{.*?\}) -->[\s\S]*?<!-- \/wp:math -->/g, (block, attributes: string) => {
      const tex = latexOf(attributes)
      return tex ? `<p>${display(escapeHtml(tex))}</p>` : block
    })
    .replace(/<math\b[^>]*\sdata-latex="([^"]*)"[^>]*>[\s\S]*?<\/math>/gi, (_, tex: string) => inline(tex))
    .replace(
      /<(div|span)\b([^>]*class=["'][^"']*katex-eq[^"']*["'][^>]*)>(?:\s*<pre[^>]*>)?([\s\S]*?)(?:<\/pre>\s*)?<\/\1>/gi,
      (_, _name: string, attributes: string, tex: string) =>
        /data-katex-display=["']true/.test(attributes) ? display(tex) : inline(tex),
    )
    .replace(
      /<math\b([^>]*)>[\s\S]*?<annotation\b[^>]*application\/x-tex[^>]*>([\s\S]*?)<\/annotation>[\s\S]*?<\/math>/gi,
      (_, attributes: string, tex: string) =>
        /display=["']block/.test(attributes) ? display(tex) : inline(tex),
    )
}

/** The TeX in the attributes of a block, which are JSON. */
function latexOf(attributes: string): string | undefined {
  try {
    const { latex } = JSON.parse(attributes) as { latex?: unknown }
    return typeof latex === 'string' ? latex : undefined
  } catch {
    return undefined
  }
}

/** Images of formulas: those of Jetpack and WordPress.com by their alternative text, those of other services by their URL. */
function convertImages(html: string): string {
  return html.replace(/<img\b[^>]*>/gi, (image) => {
    const read = (name: string) => {
      const found = attribute(name).exec(image)
      return found?.[1] ?? found?.[2] ?? ''
    }
    const src = decodeEntities(read('src'))
    const isJetpack = /\blatex\b/.test(read('class')) || /\/latex\.php\?/.test(src)
    if (isJetpack && read('alt').trim()) return inline(read('alt'))
    const tex = texOfUrl(src)
    return tex === undefined ? image : inline(escapeHtml(tex))
  })
}

/** The TeX in the URL of a service that draws formulas. */
function texOfUrl(src: string): string | undefined {
  const found =
    /latex\.codecogs\.com\/[^?]*\?([\s\S]+)$/.exec(src) ??
    /\/latex\.php\?(?:.*&)?latex=([^&]+)/.exec(src) ??
    /zhihu\.com\/equation\?(?:.*&)?tex=([^&]+)/.exec(src) ??
    /\/chart\?(?=.*cht=tx)(?:.*&)?chl=([^&]+)/.exec(src)
  if (!found?.[1]) return undefined
  try {
    return decodeURIComponent(found[1].replaceAll('+', /codecogs/.test(src) ? '+' : ' '))
  } catch {
    return undefined
  }
}

/** `[latex]`, `[katex]`, `[math]` and `[tex]`. `[latexpage]` and `[mathjax]` only load a plugin. */
function convertShortcodes(html: string): string {
  return html
    .replace(/\[(?:latexpage|mathjax|nomathjax)\s*\/?\](?:\s*<br\s*\/?>)?/gi, '')
    .replace(
      /(?<!\[)\[(latex|katex|math|tex)(\s[^\]]*)?\]([\s\S]*?)\[\/\1\]/gi,
      (_, _name: string, attributes = '', content: string) => {
        const tex = content.replace(/<br\s*\/?>\n?/gi, '\n')
        const isDisplay = /\b(?:display(?!\s*=\s*["']?(?:false|0|inline))|block)\b/i.test(attributes)
        return isDisplay ? display(tex) : inline(tex)
      },
    )
}

/** `$latex …$` of Jetpack and WordPress.com, with parameters for size and colours. */
function convertDollarLatex(html: string): string {
  return html.replace(/\$latex(?:\s*=\s*|\s+|(?=&nbsp;))((?:[^$\\]|\\[\s\S])+)\$/g, (_, content: string) => {
    const tex = content.replace(/(?:&(?:amp;|#0?38;)?(?:s|fg|bg)=-?[\w#]+)+\s*$/g, '')
    return inline(tex.replace(/<br\s*\/?>\n?/gi, '\n').trim())
  })
}
