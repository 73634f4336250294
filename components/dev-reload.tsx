'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Show what an author saved without a reload by hand. In development only. */
export function DevReload() {
  const router = useRouter()
  useEffect(() => {
    const events = new EventSource('/api/dev/content')
    events.onmessage = async () => {
      await fetch('/api/dev/content', { method: 'POST' })
      router.refresh()
    }
    return () => events.close()
  }, [router])
  return null
}
