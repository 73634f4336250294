'use client'

import { createElement, type ReactNode } from 'react'
import type { ComponentName } from './names'
import { registry } from './registry'

/**
 * A component that an article uses. What it draws is in the page, its code comes by itself. Nothing is shown meanwhile in
 * its place: a page that waited for it with a script would be incomplete without scripts.
 */
export function Component({
  name,
  props,
  children,
}: {
  name: ComponentName
  props: Record<string, unknown>
  children?: ReactNode
}) {
  return createElement(registry[name], props as never, children)
}
