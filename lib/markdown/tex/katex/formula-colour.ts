/**
 * Adapt the colours of authors, who choose them for a white background, to the dark theme. The hue does not change; text
 * becomes lighter and backgrounds become darker.
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
