import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { respondConditionally } from '@/lib/http/conditional'
import { printSecurity } from '@/lib/outputs/metadata/security'
import { getSite } from '@/lib/queries/site'
import { hash } from '@/lib/store/store'

export async function GET(request: Request): Promise<Response> {
  await connection()
  const text = printSecurity(await getSite())
  if (!text) notFound()
  return respondConditionally(request, { body: text, version: hash(text), type: 'text/plain; charset=utf-8' })
}
