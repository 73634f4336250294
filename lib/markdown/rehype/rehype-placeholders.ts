import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { withPlaceholder } from '../images/placeholder'
import { visit } from '../tree/visit'

/**
 * Give each photo the colour that is shown until it is loaded. After the pipeline, because images are decoded
 * asynchronously.
 *
 *     <img src="/media/3f…/sea.jpg" …>  →  <img src="/media/3f…/sea.jpg" style="background-color:#4f6d7a" …>
 */
export function rehypePlaceholders() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const assets = await Promise.all((file.data.assets ?? []).map(withPlaceholder))
    const colours = new Map(assets.map(({ url, placeholder }) => [url, placeholder]))
    visit(tree, 'element', ({ tagName, properties }) => {
      const colour = tagName === 'img' ? colours.get(String(properties.src)) : undefined
      if (colour) properties.style = `background-color:${colour}`
    })
    file.data.assets = assets
  }
}
