'use client'

import { createElement, type ReactNode } from 'react'
import { registry } from '#site/components'

/**
 * A component in an article. The server renders it into the page, and its code loads separately. There is no placeholder
 * while the code loads, because the page must be complete without scripts.
 */
export function Component({
  name,
  place,
  failure,
  props,
  children,
}: {
  name: string
  place: string
  failure: string
  props: Record<string, unknown>
  children?: ReactNode
}) {
  const Loaded = registry[name]
  return Loaded ? createElement(Loaded, { place, failure, props }, children) : children
}
