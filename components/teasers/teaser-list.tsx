import { getPrintNodes } from '@/lib/content/body'
import type { TeaserPage } from '@/lib/content/queries'
import { indexUrl } from '@/lib/content/urls'
import { handOver } from '@/lib/fragment/hand-over'
import { hash } from '@/lib/store/store'
import { Body } from '../article/body'
import { FormulaFonts } from '../fonts'
import { List } from './list'
import { StaticList } from './static-list'

/** Openings that fill a window, as `globals.css` has it. */
const near = 3

/** One page of teasers: past React's payload, unless the opening of an article holds a component, which React draws. */
export async function TeaserList({ page }: { page: TeaserPage }) {
  const bodies = page.teasers.flatMap(({ body }) => body || [])
  const openings = await Promise.all(bodies.map((body) => getPrintNodes(body, 'teaser')))
  const isStatic = openings.every(({ nodes }) => nodes.every((node) => typeof node === 'number'))
  const id = `teasers.${hash(page)}`
  if (isStatic) handOver(id, page)
  return (
    <>
      <FormulaFonts fonts={openings.slice(0, near).flatMap(({ fonts }) => fonts)} />
      {isStatic ? (
        <StaticList id={id} address={indexUrl(page.number)} />
      ) : (
        <List page={page} drawOpening={(body) => <Body body={body} part="teaser" />} />
      )}
    </>
  )
}
