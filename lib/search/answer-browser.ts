import { loadJson, readKnown } from '../fragment/known'

/** The answer that the server wrote into the page, or, after a client navigation, asked for by its address. */
export function readAnswer(id: string, address: string): string {
  return readKnown(id, id, async () => {
    const { html } = await loadJson<{ html: string }>(address)
    return { [id]: html }
  })
}
