import 'server-only'
import { after } from 'next/server'
import { handedOver } from './handed-over'

/**
 * Hand something past React's payload to the component that writes it into the page (`takeOver`): the two are rendered
 * apart, in one process, while one request lasts.
 *
 * @param id its name: what goes by the same name is the same
 */
export function handOver(id: string, value: unknown): void {
  const kept = handedOver.get(id) ?? { value, pages: 0 }
  kept.pages++
  handedOver.set(id, kept)
  after(() => {
    kept.pages--
    if (kept.pages === 0) handedOver.delete(id)
  })
}
