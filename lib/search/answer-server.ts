import { takeOver } from '../fragment/hand-over'

/** The answer that its page handed over. */
export function readAnswer(id: string, _address: string): string {
  return takeOver(id)
}
