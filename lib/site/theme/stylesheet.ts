import { extname } from 'node:path/posix'
import { lightDark, type Palette } from '../colours'
import { printFontStack } from './font-stack'
import type { FontFile, Theme } from './schema'

/** The fonts of quotation marks and dashes in Han text (`app/globals.css`). */
const hanMarks = {
  names: ['Han Marks', 'Han Marks TC', 'Han Marks JP'],
  range: 'U+2014, U+2018-2019, U+201C-201D, U+2026',
}
const formats: Readonly<Record<string, string>> = {
  '.woff2': 'woff2',
  '.woff': 'woff',
  '.ttf': 'truetype',
  '.otf': 'opentype',
}

/**
 * Print a theme as a stylesheet. Its rules are in no layer, so they precede those of `app/globals.css`, whose custom
 * properties they replace.
 *
 * @param urlOf the URL of a file of `site/public`, by its path
 */
export function printTheme(theme: Theme, urlOf: (path: string) => string): string {
  const { palette, latin, han, fontFiles, columnWidth } = theme
  const faces = [
    ...fontFiles.map((font) => printFace(font, urlOf)),
    ...(han ? printHanMarks(han, fontFiles, urlOf) : []),
  ]
  const properties = [
    ...(palette ? printPalette(palette) : []),
    ...(latin ? [`--font-latin: ${printFontStack(latin)}, serif`] : []),
    ...(latin ? [`--font-roman: ${printFontStack(latin)}`] : []),
    ...(han ? [`--font-preferred: var(--font-roman), ${printFontStack(han)}`] : []),
  ]
  const root = properties.length > 0 ? [`:root {\n  ${properties.join(';\n  ')};\n}\n`] : []
  return [...faces, ...root, ...(columnWidth === undefined ? [] : [printWidth(columnWidth)])].join('')
}

function printPalette(palette: Palette): string[] {
  return Object.entries(palette).map(([name, pair]) => `--color-${name}: ${lightDark(pair)}`)
}

/** English articles have a narrower column of their own, which the theme replaces. */
function printWidth(width: number): string {
  const widths = `--container-column: ${width}rem`
  return `:root {\n  ${widths};\n  --container-page: calc(25.6rem + ${width}rem + 3rlh);\n}
.leaf:lang(en),\n.article-grid:has(> .prose:lang(en)) {\n  ${widths};\n}\n`
}

function printFace({ family, file, weight, style }: FontFile, urlOf: (path: string) => string): string {
  return `@font-face {
  font-family: "${family}";
  src: ${printSource(file, urlOf)};
  font-weight: ${weight};
  font-style: ${style};
  font-display: swap;
}
`
}

/** Quotation marks have the site's Han font, too. */
function printHanMarks(
  han: readonly string[],
  fontFiles: readonly FontFile[],
  urlOf: (path: string) => string,
): string[] {
  const sources = han.map((name) => {
    const font = fontFiles.find(({ family, style }) => family === name && style === 'normal')
    return font ? printSource(font.file, urlOf) : `local("${name}")`
  })
  return hanMarks.names.map(
    (name) => `@font-face {
  font-family: "${name}";
  src: ${sources.join(', ')};
  unicode-range: ${hanMarks.range};
}
`,
  )
}

function printSource(file: string, urlOf: (path: string) => string): string {
  return `url("${urlOf(file)}") format("${formats[extname(file)]}")`
}
