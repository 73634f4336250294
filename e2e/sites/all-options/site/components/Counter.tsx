'use client'

import { type ReactNode, useState } from 'react'
import * as v from 'valibot'

export const schema = v.strictObject({ from: v.number() })

export function Counter({ from, children }: { from: number; children?: ReactNode }) {
  const [count, setCount] = useState(from)
  return (
    <figure>
      <button type="button" onClick={() => setCount(count + 1)}>
        数到 {count}
      </button>
      <figcaption>{children}</figcaption>
    </figure>
  )
}
