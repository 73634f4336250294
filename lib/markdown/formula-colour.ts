/**
 * Authors choose colours on white paper. In the dark, `\color` keeps its hue and becomes light enough to read,
 * `\colorbox` dark enough to read on.
 *
 *     style="color:blue;"  →  style="color:light-dark(blue,oklch(from blue max(l,0.75) c h));"
 */
export function adaptColours(html: string): string {
  if (!html.includes('color:')) return html
  return html.replace(/style="[^"]*"/g, (style) =>
    style.replace(
      /(?<=[;"])(color|border-color|background-color):([^;"]+)/g,
      (whole, property: string, value: string) => {
        const colour = value.trim()
        if (!/^(#[0-9a-f]+|[a-z]+)$/i.test(colour) || /^(transparent|inherit|currentcolor)$/i.test(colour))
          return whole
        const lightness = property === 'background-color' ? 'min(l,0.35)' : 'max(l,0.75)'
        return `${property}:light-dark(${colour},oklch(from ${colour} ${lightness} c h))`
      },
    ),
  )
}
