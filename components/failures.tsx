'use client'

import { unstable_rethrow, usePathname } from 'next/navigation'
import { Component, lazy, type ReactNode, Suspense } from 'react'

// What is said of a page that failed or is missing. Every page carries this file, in the script of the layout: Next's
// `error.tsx` would be one more request of each. The words come with the dictionaries, where they are shown.
const ErrorMessage = lazy(() => import('./error-message'))
const Missing = lazy(() => import('./not-found-message'))

/** Says that there is no such page. A component around the lazy one: React takes none of a server component's directly. */
export function NotFoundMessage() {
  return (
    <Suspense>
      <Missing />
    </Suspense>
  )
}

/** Shows a message in place of a page that could not be drawn, until the reader tries again or goes elsewhere. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  return <Boundary path={usePathname()}>{children}</Boundary>
}

interface BoundaryState {
  path: string
  failure: { error: unknown } | undefined
}

class Boundary extends Component<{ path: string; children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { path: this.props.path, failure: undefined }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    // Next navigates by throwing.
    unstable_rethrow(error)
    return { failure: { error } }
  }

  static getDerivedStateFromProps({ path }: { path: string }, state: BoundaryState): BoundaryState {
    return path === state.path ? state : { path, failure: undefined }
  }

  override render() {
    const { failure } = this.state
    if (!failure) return this.props.children
    return (
      <Suspense>
        <ErrorMessage error={failure.error} />
      </Suspense>
    )
  }
}
