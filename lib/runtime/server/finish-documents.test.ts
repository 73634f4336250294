import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { finishDocuments } from './finish-documents'
import type { Handler } from './handler'
import { beforeHeaders } from './patch-response'

let server: Server
afterEach(() => server.close())

async function get(handle: Handler, method = 'GET'): Promise<Response> {
  const finish = (html: string) => ({ html: `${html}!`, policy: `length ${html.length}` })
  server = createServer(finishDocuments(handle, finish))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method })
}

test('a document that is written in parts is finished as a whole', async () => {
  const response = await get((_, response) => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'content-length': 5 })
    response.write('<p>')
    response.write(Buffer.from('é'), () => response.end('</p>'))
  })
  expect(response.status).toBe(404)
  expect(await response.text()).toBe('<p>é</p>!')
  expect(response.headers.get('content-security-policy')).toBe('length 8')
  expect(response.headers.get('content-length')).toBe('10')
})

test('the response to HEAD has a policy and no length', async () => {
  const response = await get((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.setHeader('content-length', 5)
    response.end()
  }, 'HEAD')
  expect(response.headers.get('content-security-policy')).toBe('length 0')
  expect(response.headers.has('content-length')).toBe(false)
})

test('other responses pass as they are', async () => {
  const response = await get((_, response) => {
    response.writeHead(200, 'Fine', { 'content-type': 'text/plain' })
    response.write('a')
    response.end('b')
  })
  expect(await response.text()).toBe('ab')
  expect(response.headers.has('content-security-policy')).toBe(false)
})

test('handlers inside can change the headers of a document that is written without a call for its head', async () => {
  const response = await get((_, response) => {
    beforeHeaders(response, () => response.setHeader('x-late', '1'))
    response.setHeader('content-type', 'text/html')
    response.write('a')
    response.end('b')
  })
  expect(await response.text()).toBe('ab!')
  expect(response.headers.get('x-late')).toBe('1')
})
