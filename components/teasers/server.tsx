import type { HTMLAttributes } from 'react'
import type { TeaserPage } from '@/lib/content/queries'
import { takeOver } from '@/lib/fragment/hand-over'
import { readFragments } from '@/lib/fragment/server'
import { List } from './list'

/** A page of teasers, drawn. */
export function useList(id: string, _address: string): HTMLAttributes<HTMLElement> {
  return { children: <List page={takeOver<TeaserPage>(id)} drawOpening={drawOpening} /> }
}

function drawOpening(body: string) {
  const html = Object.values(readFragments(`${body}.teaser`)).join('')
  return <div className="fragment" dangerouslySetInnerHTML={{ __html: html }} />
}
