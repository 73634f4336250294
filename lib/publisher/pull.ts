import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const git = promisify(execFile)

/** How long a pull may take, in milliseconds. */
const timeout = 30_000

/**
 * Bring the checkout up to date: `git pull --ff-only`, which never merges and never loses an author's work.
 *
 * @returns the commit it is at now
 * @throws with git's own words where it cannot
 */
export async function pull(): Promise<string> {
  // No question may be asked: nobody is there to answer.
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' }
  try {
    await git('git', ['pull', '--ff-only', '--quiet'], { timeout, env })
    const { stdout } = await git('git', ['rev-parse', 'HEAD'], { timeout })
    return stdout.trim()
  } catch (error) {
    const { stderr, killed } = error as { stderr?: string; killed?: boolean }
    throw new Error(
      killed ? `git pull took longer than ${timeout / 1000} s.` : `git pull: ${stderr?.trim() || error}`,
    )
  }
}
