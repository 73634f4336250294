import type { HTMLAttributes } from 'react'
import { readKnown } from '@/lib/fragment/known'

/** A page of teasers, as the server wrote it. */
export function useList(id: string, address: string): HTMLAttributes<HTMLElement> {
  const __html = readKnown(id, id, async () => ({ [id]: await loadList(address) }))
  return { dangerouslySetInnerHTML: { __html }, suppressHydrationWarning: true }
}

/** @throws where there is no such page */
async function loadList(address: string): Promise<string> {
  const response = await fetch(address)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const list = page.querySelector('[data-fragment^="teasers."]')
  if (!list) throw new Error(`${address}: ${response.status}, no teasers`)
  return list.innerHTML
}
