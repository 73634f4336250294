import { createElement, Fragment as Group, type ReactNode } from 'react'
import { componentNames } from '#site/names'
import type { FragmentName } from '@/components/article/static-html/name'
import { readFragment } from '@/components/article/static-html/server'
import type { PagePart } from '@/lib/markdown/print/body'
import type { PrintNode } from '@/lib/markdown/print/html/print'
import { getPrintNodes } from '@/lib/queries/body'
import { getSite } from '@/lib/queries/site'
import { siteMessages } from '@/lib/site/i18n'
import { fill } from '@/lib/site/i18n/fill'
import { FormulaFonts } from '../layout/fonts'
import { Component } from './component'
import { Fragment } from './fragment'

/** A printed article: static pieces, and the components between them. */
export async function Body({ body, part }: { body: string; part: PagePart }) {
  const { nodes, fonts } = await getPrintNodes(body, part)
  const { interface: words } = siteMessages(await getSite())
  const draw = (node: PrintNode, index: number, inline: boolean): ReactNode => {
    if (typeof node === 'number') return <Piece key={index} {...{ body, part, piece: node, inline }} />
    const { name, props, place, fallback } = node
    const children = node.children.map((child, position) => draw(child, position, node.inline))
    if (!/^[A-Z]/.test(name)) return createElement(name, { key: index, ...props }, ...children)
    // The content is newer than the build.
    if (!componentNames.includes(name)) return <Group key={index}>{children}</Group>
    const Element = inline ? 'span' : 'div'
    return (
      <Element key={index} className="fragment" data-component={name} data-fallback={fallback}>
        <Component
          {...{
            name,
            props,
            place: place ?? '',
            failure: fill(words.componentFailed, { name: `<${name}>` }),
          }}
        >
          {children}
        </Component>
      </Element>
    )
  }
  return (
    <>
      {/* A list preloads the fonts of its visible teasers itself. */}
      {part === 'page' && <FormulaFonts fonts={fonts} />}
      {nodes.map((node, index) => draw(node, index, false))}
    </>
  )
}

function Piece(props: FragmentName & { inline?: boolean }) {
  if (process.env.NODE_ENV !== 'development') return <Fragment {...props} />
  return <Fragment {...props} html={readFragment(props)} />
}

/** An article's table of contents; nothing if it has fewer than two headings. */
export async function Contents({ body, label, lang }: { body: string; label: string; lang: string }) {
  const { hasContents } = await getPrintNodes(body, 'page')
  if (!hasContents) return null
  return (
    <nav aria-label={label} className="contents-list">
      <div lang={lang}>
        <Piece body={body} part="page" piece="contents" />
      </div>
    </nav>
  )
}
