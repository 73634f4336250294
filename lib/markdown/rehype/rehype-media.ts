import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { fileKindOf } from '../../site/file-types.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { findAsset, findFile, remoteAddress } from '../images/asset'
import { report } from '../problems/problem'
import { visit } from '../tree/visit'
import { readHost } from './read-host'

interface Options {
  folder: string
  root?: string
  /** Hosts of which readers may load contents on request. */
  hosts: readonly string[]
}

/** Attributes with the address of a file that the page loads, by element. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
}

/**
 * Publish videos and recordings with the article, with their posters and captions. They load when the reader plays them.
 *
 *     ![摆](pendulum.mp4)      →  <video src="/media/3f…/pendulum.mp4" controls preload="metadata" aria-label="摆" …>
 *     <audio src="a.mp3">      →  <audio src="/media/5c…/a.mp3" controls preload="metadata">
 */
export function rehypeMedia(options: Options) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'img') toPlayer(element)
      const { tagName } = element
      const isPlayer = tagName === 'video' || tagName === 'audio'
      if (isPlayer) setDefaults(element, options)
      const names = Object.hasOwn(addresses, tagName) ? addresses[tagName] : undefined
      for (const name of names ?? []) publish(element, name, file, options)
      if (tagName === 'source' && element.properties.srcSet !== undefined) {
        delete element.properties.srcSet
        report(file, element, {
          rule: 'media',
          message: translate`Found <source> with srcset; expected <img> with src.`,
          hint: translate`Smaller versions of images are made from the file that src names.`,
        })
      }
    })
  }
}

/** `![…](x.mp4)` is an image for Markdown. */
function toPlayer(element: Element): void {
  const { src, alt, ...properties } = element.properties
  const kind = fileKindOf(String(src ?? '').replace(/[?#].*$/, ''))
  if (kind !== 'video' && kind !== 'audio') return
  element.tagName = kind
  element.properties = { src: String(src), ...(alt && { ariaLabel: String(alt) }), ...properties }
}

function publish(element: Element, name: string, file: VFile, { folder, root, hosts }: Options): void {
  const value = element.properties[name]
  const address = typeof value === 'string' ? value : ''
  if (address === '' || address.startsWith('#')) return
  const isPlayed = element.tagName !== 'embed' && element.tagName !== 'object' && name !== 'poster'
  const remote = readHost(address)
  if (remote && isPlayed && hosts.includes(remote.host)) {
    element.properties[name] = remote.url
    return
  }
  if (remoteAddress.test(address)) {
    delete element.properties[name]
    report(file, element, {
      rule: 'media',
      message: translate`Found <${element.tagName}> with ${address}; expected a file of this site.`,
      hint: isPlayed
        ? translate`Save the file next to the article and write its name, or list the host in embeds in site.config.ts: then it loads when a reader plays it.`
        : translate`Save the file next to the article and write its name: pages send no requests to other hosts.`,
    })
    return
  }
  const [path = ''] = address.split(/[?#]/, 1)
  const found = findFile(path, folder, root)
  if ('message' in found) {
    report(file, element, { rule: 'media', ...found })
    return
  }
  element.properties[name] = found.url + address.slice(path.length)
  file.data.files = [...(file.data.files ?? []), found]
}

/** What an author need not write: controls, what is loaded in advance, and the size, if the poster has one. */
function setDefaults(element: Element, { folder, root, hosts }: Options): void {
  const { tagName, properties, children } = element
  const sources = [
    properties,
    ...children.flatMap((child) => (child.type === 'element' ? [child.properties] : [])),
  ]
  const isRemote = sources.some(({ src }) => hosts.includes(readHost(String(src ?? ''))?.host ?? ''))
  // A silent loop, which replaces a GIF, plays by itself.
  if (properties.autoPlay === undefined || isRemote) {
    delete properties.autoPlay
    properties.controls = true
    properties.preload = isRemote || properties.poster !== undefined ? 'none' : 'metadata'
  }
  if (tagName !== 'video') return
  properties.playsInline = true
  const poster =
    typeof properties.poster === 'string' ? findAsset(properties.poster, folder, root) : undefined
  if (poster && 'url' in poster && properties.width === undefined && properties.height === undefined)
    Object.assign(properties, { width: poster.width, height: poster.height })
}
