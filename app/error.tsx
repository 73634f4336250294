'use client'

import { type ComponentProps, lazy, Suspense } from 'react'

// Every page carries this file; its words come with the dictionaries, which are most of a page's own script.
const ErrorMessage = lazy(() => import('@/components/error-message'))

export default function ErrorPage(props: ComponentProps<typeof ErrorMessage>) {
  return (
    <Suspense>
      <ErrorMessage {...props} />
    </Suspense>
  )
}
