import type { Root } from 'hast'
import { visit } from './visit'

/**
 * Authors choose colours on white paper. In the dark, `\color` keeps its hue and becomes light enough to read,
 * `\colorbox` dark enough to read on.
 *
 *     color:blue  →  color:light-dark(blue,oklch(from blue max(l,0.75) c h))
 */
export function adaptColours(tree: Root): void {
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.style !== 'string') return
    properties.style = properties.style.replace(
      /(^|;)(color|border-color|background-color):([^;]+)/g,
      (whole, start: string, property: string, value: string) => {
        const colour = value.trim()
        if (!/^(#[0-9a-f]+|[a-z]+)$/i.test(colour) || /^(transparent|inherit|currentcolor)$/i.test(colour))
          return whole
        const lightness = property === 'background-color' ? 'min(l,0.35)' : 'max(l,0.75)'
        return `${start}${property}:light-dark(${colour},oklch(from ${colour} ${lightness} c h))`
      },
    )
  })
}
