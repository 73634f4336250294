'use client'

import { unstable_rethrow } from 'next/navigation'
import { type ComponentType, createElement, type LazyExoticComponent, lazy, type ReactNode } from 'react'
import { ComponentBoundary, ComponentError } from './component-error'

interface Props {
  /** Where the article uses the component: `content/posts/x.mdx:17`. */
  place: string
  /** What the error box says if it fails. */
  failure: string
  /** The literals that the author wrote. */
  props: Readonly<Record<string, unknown>>
  children?: ReactNode
}

/** A component that shows an error instead of failing the page. */
export type ArticleComponent = LazyExoticComponent<ComponentType<Props>>

/**
 * Load a component of the site on first use. If it throws, an error box with its place is shown instead: React does not catch
 * errors on the server, so there the function of the component is called directly.
 */
export function loadComponent(
  name: string,
  load: () => Promise<ComponentType<Record<string, unknown>>>,
): ArticleComponent {
  return lazy(async () => ({ default: withErrorBox(name, await load()) }))
}

function withErrorBox(name: string, Inner: ComponentType<Record<string, unknown>>): ComponentType<Props> {
  return function Guarded({ place, failure, props, children }) {
    return (
      <ComponentBoundary {...{ name, place, failure }}>
        <Caught {...{ name, place, failure, props, Inner }}>{children}</Caught>
      </ComponentBoundary>
    )
  }
}

/** In the browser in development the component is an element, so that React can replace it after an edit. */
function Caught({
  name,
  place,
  failure,
  props,
  Inner,
  children,
}: Props & { name: string; Inner: ComponentType<Record<string, unknown>> }) {
  const isReplaceable = process.env.NODE_ENV === 'development' && typeof window !== 'undefined'
  if (isReplaceable || !isFunction(Inner)) return createElement(Inner, props, children)
  try {
    return Inner({ ...props, children })
  } catch (error) {
    unstable_rethrow(error)
    if (isSuspension(error)) throw error
    if (typeof window === 'undefined') console.error(`${place}: the component <${name}> failed:`, error)
    return <ComponentError {...{ name, place, failure, error }} />
  }
}

function isFunction(component: unknown): component is (props: Record<string, unknown>) => ReactNode {
  return typeof component === 'function' && !component.prototype?.isReactComponent
}

/** React throws to wait for a promise (`use`): https://react.dev/errors/460 */
function isSuspension(error: unknown): boolean {
  return !(error instanceof Error) || /^Suspense Exception|#460\b/.test(error.message)
}
