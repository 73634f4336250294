import { useState } from 'react'

/** What the server drew around every page, kept as it is. */
export function useContent(name: 'header' | 'footer') {
  const [__html] = useState(() => document.querySelector(`body > div > ${name}`)?.innerHTML ?? '')
  return { dangerouslySetInnerHTML: { __html }, suppressHydrationWarning: true }
}
