'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Show what an author saved without a reload by hand. In development only.
 *
 * @param version the content this page shows; a later one is heard of even if it came before we listened
 */
export function DevReload({ version }: { version: string }) {
  const router = useRouter()
  useEffect(() => {
    const events = new EventSource(`/api/dev/content?version=${version}`)
    events.onmessage = async () => {
      await fetch('/api/dev/content', { method: 'POST' })
      router.refresh()
    }
    return () => events.close()
  }, [router, version])
  return null
}
