import { readKnown } from '../fragment/known'

/** The answer that the server wrote into the page, or, after a client navigation, asked for by its address. */
export function readAnswer(id: string, address: string): string {
  return readKnown(id, id, async () => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    const { html }: { html: string } = await response.json()
    return { [id]: html }
  })
}
