import { createElement, type ReactNode } from 'react'
import { getPrintNodes } from '@/lib/content/body'
import { formatFragmentId } from '@/lib/fragment/id'
import type { PagePart } from '@/lib/markdown/body'
import type { PrintNode } from '@/lib/markdown/print'
import { FormulaFonts } from '../fonts'
import { Component } from './component'
import { Fragment } from './fragment'
import { isComponentName } from './names'

/** A printed article: its static pieces and, between them, its components. */
export async function Body({ body, part }: { body: string; part: PagePart }) {
  const { nodes, fonts } = await getPrintNodes(body, part)
  const draw = (node: PrintNode, index: number, inline: boolean): ReactNode => {
    if (typeof node === 'number') {
      const id = formatFragmentId({ key: body, part, piece: node })
      return <Fragment key={id} id={id} inline={inline} />
    }
    const { name, props } = node
    const children = node.children.map((child, position) => draw(child, position, node.inline))
    if (!isComponentName(name)) return createElement(name, { key: index, ...props }, ...children)
    return createElement(Component, { key: index, name, props }, ...children)
  }
  return (
    <>
      {/* A list of teasers knows which of them are in sight. */}
      {part === 'page' && <FormulaFonts fonts={fonts} />}
      {nodes.map((node, index) => draw(node, index, false))}
    </>
  )
}

/** An article's table of contents; nothing where it has fewer than two headings. */
export async function Contents({ body, label, lang }: { body: string; label: string; lang: string }) {
  const { hasContents } = await getPrintNodes(body, 'page')
  if (!hasContents) return null
  return (
    <nav aria-label={label} className="contents-list">
      <div lang={lang}>
        <Fragment id={formatFragmentId({ key: body, part: 'page', piece: 'contents' })} />
      </div>
    </nav>
  )
}
