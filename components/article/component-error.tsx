'use client'

import { Component, type ReactNode } from 'react'

interface Place {
  name: string
  /** `The component <Name> failed`, in the language of the interface. */
  failure: string
  /** Where the article uses the component: `content/posts/x.mdx:17`. */
  place: string
}

/** An error box in place of a component that failed. */
export function ComponentError({ name, failure, place, error }: Place & { error: unknown }) {
  return (
    <div role="alert" className="border-seal border-l-2 bg-wash p-3 font-ui text-small">
      <p>{failure}</p>
      <p lang="en">{error instanceof Error ? error.message : String(error)}</p>
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
    const { children, ...place } = this.props
    return 'error' in this.state ? <ComponentError {...place} error={this.state.error} /> : children
  }
}
