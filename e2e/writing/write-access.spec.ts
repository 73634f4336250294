import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createWorkspace, type Workspace } from '../support/workspace'

// Commands in a site folder without write permission.
const commands = ['start', 'build', 'dev', 'content', 'lint:content', 'new']

/** The user `nobody`: root may write everywhere, so tests run commands as this user. */
const nobody = 65534
const isRoot = process.getuid?.() === 0
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
const canBeNobody = isRoot && spawnSync(asNobody[0] ?? '', [...asNobody.slice(1), 'node', '-v']).status === 0

let workspace: Workspace
let home: string

test.skip(isRoot && !canBeNobody, 'Runs as root and cannot run a command as another user (setpriv, node).')
test.beforeAll(() => {
  workspace = createWorkspace()
  home = mkdtempSync(join(tmpdir(), 'lemma-home-'))
  chmodSync(workspace.root, 0o755)
  if (isRoot) chownSync(home, nobody, nobody)
})
test.afterAll(() => {
  chmodSync(workspace.root, 0o755)
  workspace.remove()
  rmSync(home, { recursive: true, force: true })
})

function run(script: string): { code: number | null; output: string } {
  const [command = '', ...args] = [...(isRoot ? asNobody : []), 'npm', 'run', script]
  if (script === 'new') args.push('标题')
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: workspace.root,
    encoding: 'utf8',
    env: {
      ...process.env,
      HOME: home,
      npm_config_cache: home,
      npm_config_update_notifier: 'false',
      FORCE_COLOR: undefined,
    },
  })
  return { code: status, output: stdout + stderr }
}

/** Expect one message, without output of Node itself. */
function expectMessage({ code, output }: ReturnType<typeof run>, ...parts: string[]): void {
  expect(code, output).toBe(1)
  for (const part of parts) expect(output).toContain(part)
  expect(output.match(/^lemma /gm), output).toHaveLength(1)
  expect(output).not.toMatch(/^\s+at |errno/m)
}

for (const command of commands) {
  test(`npm run ${command} names the owner of a folder of another user`, () => {
    test.skip(!isRoot, 'Only root can give a folder to another user.')
    chownSync(workspace.root, 0, 0)
    chownSync(join(workspace.root, 'content/posts'), 0, 0)
    const result = run(command)
    expectMessage(
      result,
      'lemma Could not',
      'belongs to user 0',
      `sudo chown -R ${nobody} "${workspace.root}`,
    )
  })

  test(`npm run ${command} names a read-only folder`, () => {
    for (const folder of [workspace.root, join(workspace.root, 'content/posts')]) {
      if (isRoot) chownSync(folder, nobody, nobody)
      chmodSync(folder, 0o555)
    }
    try {
      expectMessage(run(command), 'lemma Could not', `chmod -R u+w "${workspace.root}`)
    } finally {
      for (const folder of [workspace.root, join(workspace.root, 'content/posts')]) chmodSync(folder, 0o755)
    }
  })
}

test('names a folder of an earlier build that belongs to another user', () => {
  test.skip(!isRoot, 'Only root can give a folder to another user.')
  chownSync(workspace.root, nobody, nobody)
  mkdirSync(join(workspace.root, '.next/cache/lemma'), { recursive: true })
  for (const folder of ['.next', '.next/cache']) chownSync(join(workspace.root, folder), nobody, nobody)
  expectMessage(run('content'), 'Could not write .next/cache/lemma: ', 'belongs to user 0')
})
