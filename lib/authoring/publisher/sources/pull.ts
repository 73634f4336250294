import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { translate } from '../../../site/messages/translate.mjs'

const run = promisify(execFile)

/** How long a pull may take, in milliseconds. */
const timeout = 30_000

/**
 * Update the checkout: `git pull --ff-only`, which never merges and never overwrites the author's changes.
 *
 * @returns the current commit
 * @throws with git's error message
 */
export async function pull(): Promise<string> {
  // git must fail instead of prompting for a password.
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' }
  try {
    await run('git', ['pull', '--ff-only', '--quiet'], { timeout, env })
    const { stdout } = await run('git', ['rev-parse', 'HEAD'], { timeout })
    return stdout.trim()
  } catch (error) {
    const { stderr, killed } = error as { stderr?: string; killed?: boolean }
    throw new Error(
      killed
        ? translate`git pull took longer than ${timeout / 1000} s.`
        : translate`git pull: ${stderr?.trim() || error}`,
    )
  }
}
