import { spawn } from 'node:child_process'
import { serverProgram } from '../../lib/cli/programs.mjs'
import { freePort } from '../support/workspace'

/** Start the server of `npm start` in a built checkout, without the publisher. */
export async function startServer(
  cwd: string,
  env: Record<string, string>,
): Promise<{ url: string; stop: () => void }> {
  const port = await freePort()
  const child = spawn(process.execPath, [serverProgram], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://localhost:${port}`
  for (let tries = 0; tries < 300; tries++) {
    const response = await fetch(`${url}/robots.txt`).catch(() => undefined)
    if (response?.ok) return { url, stop: () => void child.kill() }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error('The server did not start within 30 s.')
}
