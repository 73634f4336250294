// The widths in which photos are sent. Next's image optimiser (`next.config.mjs`) makes these and no others; printed
// articles name them. JavaScript, because Node reads `next.config.mjs` and what it imports without translation.

/** Widths in pixels. The column of text is 640 wide, and a screen may have two pixels for each. */
export const imageWidths = [750, 1080, 1600, 2400]

/** Quality of 100, as for WebP; Next converts it for AVIF. */
export const imageQuality = 60

/**
 * The width at which a page shows an image, for `sizes`. On a phone it is the width of the screen; two thirds are said, so
 * that a screen with three pixels for each chooses an image for two, which nobody can tell apart.
 */
export const imageSizes = '(width < 40rem) 62vw, 40rem'

/** Types that the optimiser makes smaller. SVG scales by itself, and GIF is animated. */
const optimised = /\.(?:png|jpe?g|webp|avif)$/i

/**
 * Attributes with which browsers choose a width and a format of an image; none if the image is small or is sent unchanged.
 * The same as those of `getImageProps`, which reads its widths only in code that Next has bundled.
 *
 * @param {{ url: string, width: number }} image
 * @returns {{ srcSet?: string, sizes?: string }}
 */
export function imageSources({ url, width }) {
  const [smallest = 0] = imageWidths
  if (!optimised.test(url) || width <= smallest) return {}
  const enough = imageWidths.findIndex((candidate) => candidate >= width)
  const widths = imageWidths.slice(0, enough < 0 ? undefined : enough + 1)
  const srcSet = widths
    // The optimiser never enlarges.
    .map((candidate) => `${optimisedUrl(url, candidate)} ${Math.min(candidate, width)}w`)
    .join(', ')
  return { srcSet, sizes: imageSizes }
}

/** @param {string} url @param {number} width */
function optimisedUrl(url, width) {
  return `/_next/image?url=${encodeURIComponent(url)}&w=${width}&q=${imageQuality}`
}
