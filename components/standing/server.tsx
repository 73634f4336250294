import type { HTMLAttributes } from 'react'
import { FooterContent } from '../footer'
import { MastheadContent } from '../masthead'

const drawn = { header: <MastheadContent />, footer: <FooterContent /> }

/** What stands around every page, drawn. */
export function useContent(name: keyof typeof drawn): HTMLAttributes<HTMLElement> {
  return { children: drawn[name] }
}
