import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** A link within the site. Nothing is fetched before the reader follows it. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
