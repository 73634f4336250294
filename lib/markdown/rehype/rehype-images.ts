import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { imageSources } from '../../site/image-sizes.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { type Asset, findAsset, remoteAddress } from '../images/asset'
import { report } from '../problems/problem'
import { visit } from '../tree/visit'
import { readHost } from './read-host'

declare module 'vfile' {
  interface DataMap {
    /** The images of the article. */
    assets: Asset[]
  }
}

interface Options {
  folder: string
  root?: string
  /** Hosts from which readers may load images. */
  hosts: readonly string[]
}

/**
 * Set the URL, width and height of each image, and load it lazily. Photos get addresses of smaller versions. Addresses on other
 * hosts are removed, except those of `hosts`.
 *
 *     <img src="cycloid.svg">  →  <img src="/media/3f…/cycloid.svg" width="640" height="360" loading="lazy" …>
 *     <img src="sea.jpg">      →  <img src="/media/5c…/sea.jpg" width="4000" … srcset="/_next/image?url=… 750w, …" sizes="…">
 */
export function rehypeImages({ folder, root, hosts }: Options) {
  return (tree: Root, file: VFile): void => {
    const assets: Asset[] = []
    visit(tree, 'element', (element) => {
      if (element.tagName !== 'img') return
      const { properties } = element
      const src = String(properties.src ?? '')
      if (properties.srcSet !== undefined) {
        delete properties.srcSet
        report(file, element, {
          rule: 'image',
          message: translate`Found an image with srcset; expected only src.`,
          hint: translate`Give the largest file as src: smaller versions are made from it.`,
        })
      }
      const { host, url } = readHost(src) ?? {}
      if (host !== undefined && hosts.includes(host)) {
        Object.assign(properties, {
          src: url,
          loading: 'lazy',
          decoding: 'async',
          referrerPolicy: 'no-referrer',
        })
        return
      }
      const asset = findAsset(src, folder, root)
      if ('message' in asset) {
        if (remoteAddress.test(src)) delete properties.src
        report(file, element, { rule: 'image', ...asset })
        return
      }
      assets.push(asset)
      const { width, height } = asset
      Object.assign(properties, { src: asset.url, width, height, ...imageSources(asset) })
      Object.assign(properties, { loading: 'lazy', decoding: 'async' })
    })
    file.data.assets = assets
  }
}
