import type { Image, Paragraph, PhrasingContent, Root } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { decodePath } from '../text/decode'
import { readTitle } from '../text/title'
import { visit } from '../tree/visit'

/**
 * Make an image that is alone in its paragraph a figure. Its title becomes the caption and may contain Markdown and
 * formulas. A figure with a caption gets a number and a name made of `fig-` and the name of its file: `[@fig-cycloid]`.
 *
 *     ![摆线](cycloid.svg "摆线 $y=1-\cos t$")
 *     → <figure data-kind="figure" data-name="fig-cycloid"><img …><figcaption>摆线 …</figcaption></figure>
 */
export function remarkFigures(this: Processor) {
  const parse = (markdown: string): Root => this.parse(markdown) as Root
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (paragraph: Paragraph) => {
      const image = paragraph.children[0]
      if (paragraph.children.length !== 1 || image?.type !== 'image' || paragraph.data?.hName) return
      paragraph.data = { hName: 'figure' }
      if (image.title) {
        paragraph.children.push(caption(image, parse(writtenTitle(image, String(file)) ?? image.title)))
        paragraph.data.hProperties = { dataKind: 'figure', dataName: nameOf(image) }
      }
      image.title = null
    })
  }
}

function caption(image: Image, parsed: Root): PhrasingContent {
  return { type: 'emphasis', data: { hName: 'figcaption' }, children: readTitle(parsed, image) }
}

const titleAtEnd = /[ \t](?:"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|\(((?:\\.|[^()\\\n])*)\))[ \t]*\)$/

/**
 * The title of an image as its author wrote it, with escapes: the parser of the image has removed the backslash of `\,`, which in a
 * formula is a space. Undefined if it is not in one line.
 */
function writtenTitle({ position }: Image, source: string): string | undefined {
  const text = source.slice(position?.start.offset, position?.end.offset)
  const [, double, single, round] = titleAtEnd.exec(text) ?? []
  return double ?? single ?? round
}

function nameOf({ url }: Image): string {
  const file = url.split('/').at(-1) ?? ''
  return `fig-${decodePath(file.replace(/\.[^.]+$/, ''))}`
}
