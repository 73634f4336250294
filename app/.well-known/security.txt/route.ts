import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { answerConditionally } from '@/lib/http/conditional'
import { printSecurity } from '@/lib/metadata/security'
import { hash } from '@/lib/store/store'

export async function GET(request: Request): Promise<Response> {
  await connection()
  const text = printSecurity()
  if (!text) notFound()
  return answerConditionally(request, { body: text, version: hash(text), type: 'text/plain; charset=utf-8' })
}
