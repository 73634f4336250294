import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { type Asset, findAsset } from '../images/asset'
import { report } from '../problems/problem'
import { visit } from '../tree/visit'

declare module 'vfile' {
  interface DataMap {
    /** The images of the article. */
    assets: Asset[]
  }
}

/**
 * Set the URL, width and height of each image, and load it lazily.
 *
 *     <img src="cycloid.svg">  →  <img src="/media/3f…/cycloid.svg" width="640" height="360" loading="lazy" …>
 */
export function rehypeImages({ folder, root }: { folder: string; root?: string }) {
  return (tree: Root, file: VFile): void => {
    const assets: Asset[] = []
    visit(tree, 'element', (element) => {
      if (element.tagName !== 'img') return
      const asset = findAsset(String(element.properties.src ?? ''), folder, root)
      if ('message' in asset) {
        report(file, element, { rule: 'image', ...asset })
        return
      }
      assets.push(asset)
      const { url: src, width, height } = asset
      Object.assign(element.properties, { src, width, height, loading: 'lazy', decoding: 'async' })
    })
    file.data.assets = assets
  }
}
