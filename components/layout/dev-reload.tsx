'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * In development: refresh the page after the author saves, without a reload.
 *
 * @param version of the content that this page shows; the server sends an event when it has another version
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
