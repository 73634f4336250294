'use client'

import { Component, type ReactNode } from 'react'

interface Place {
  name: string
  /** Where the article uses the component: `content/posts/x.mdx:17`. */
  place: string
}

/** An error box in place of a component that failed. It addresses the author, so it is in English like other messages. */
export function ComponentError({ name, place, error }: Place & { error: unknown }) {
  return (
    <div role="alert" className="border-seal border-l-2 bg-wash p-3 font-ui text-small" lang="en">
      <p>{`The component <${name}> failed: ${error instanceof Error ? error.message : String(error)}`}</p>
      <p>
        <code>{place}</code>, <code>{`site/components/${name}.tsx`}</code>
      </p>
    </div>
  )
}

/** Shows the error of a component that fails in the browser. */
export class ComponentBoundary extends Component<Place & { children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { name, place, children } = this.props
    if ('error' in this.state) return <ComponentError name={name} place={place} error={this.state.error} />
    return children
  }
}
