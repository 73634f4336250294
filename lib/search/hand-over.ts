import 'server-only'
import { randomUUID } from 'node:crypto'
import { after } from 'next/server'
import { answers } from './answers'

/**
 * Hand an answer's HTML past React's payload to the component that writes it into the page: they are rendered apart, in
 * one process, while one request lasts.
 *
 * @returns its name
 */
export function handOver(html: string): string {
  const id = randomUUID()
  answers.set(id, html)
  after(() => answers.delete(id))
  return id
}
