import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'

const script = `
import { createServer } from 'node:http'
import { shutDownOnSignal } from ${JSON.stringify(new URL('shutdown.ts', import.meta.url).href)}
const server = createServer((request, response) => {
  if (request.url === '/endless') return void response.write('…')
  setTimeout(() => response.end('answered'), request.url === '/slow' ? 500 : 0)
  if (request.url === '/slow') console.log('slow')
})
shutDownOnSignal(server, 1000)
server.listen(0, () => console.log(server.address().port))
`

async function startServer(): Promise<{
  child: ChildProcess
  port: number
  nextLine: () => Promise<string>
}> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
  onTestFinished(() => void child.kill('SIGKILL'))
  const nextLine = async () => String((await once(child.stdout, 'data'))[0]).trim()
  return { child, port: Number(await nextLine()), nextLine }
}

async function request(port: number, path: string, agent?: Agent): Promise<IncomingMessage> {
  const [response] = await once(get({ port, path, ...(agent && { agent }) }), 'response')
  return response
}

async function text(response: IncomingMessage): Promise<string> {
  return (await response.setEncoding('utf8').toArray()).join('')
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s completes requests in progress, refuses new connections and exits with 0',
  async (signal) => {
    const { child, port, nextLine } = await startServer()
    const agent = new Agent({ keepAlive: true })
    expect(await text(await request(port, '/', agent))).toBe('answered')
    const isReceived = nextLine()
    const slow = request(port, '/slow', agent)
    await isReceived
    child.kill(signal)
    // Ctrl-C reaches the server twice.
    child.kill(signal)
    await expect.poll(() => request(port, '/').catch(({ code }) => code)).toBe('ECONNREFUSED')
    expect(await text(await slow)).toBe('answered')
    const answered = Date.now()
    expect(await once(child, 'exit')).toEqual([0, null])
    // A connection that is kept alive would last another 5 s.
    expect(Date.now() - answered).toBeLessThan(2500)
  },
)

test('closes the connection of a request that is still open after the timeout', async () => {
  const { child, port } = await startServer()
  const response = await request(port, '/endless')
  child.kill('SIGTERM')
  await expect(text(response)).rejects.toThrow('aborted')
  expect(await once(child, 'exit')).toEqual([0, null])
})
