import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'

/** A running function. */
export interface RunningFunction {
  url: string
  stop(): void
}

const program = resolve('e2e/support/functions/serve.mjs')
const permission = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission'

/**
 * Start a function in a process that can read only its folder and write nothing: Node's permission model turns any other
 * access into an error.
 *
 * @param entry module in the folder: Vercel's launcher, or an entry of Next's build
 */
export function startFunction(
  folder: string,
  entry: string,
  env: Record<string, string>,
): Promise<RunningFunction> {
  const root = realpathSync(folder)
  const rights = [permission, `--allow-fs-read=${root}/`, `--allow-fs-read=${program}`, '--allow-worker']
  // Node 25 requires a permission to listen, too.
  if (process.allowedNodeEnvironmentFlags.has('--allow-net')) rights.push('--allow-net')
  const child = spawn(process.execPath, ['--no-warnings', ...rights, program, entry], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
  })
  return new Promise((running, failed) => {
    let output = ''
    child.stderr.on('data', (chunk) => (output += chunk))
    child.stdout.on('data', (chunk) => {
      output += chunk
      const port = /Listening on (\d+)\./.exec(output)?.[1]
      if (port) running({ url: `http://127.0.0.1:${port}`, stop: () => void child.kill() })
    })
    child.on('close', (code) =>
      failed(new Error(`The function ${entry} exited with code ${code}:\n${output}`)),
    )
  })
}
