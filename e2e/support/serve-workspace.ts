import { expect, test } from '@playwright/test'
import { createWorkspace, type Served, type Workspace, type WorkspaceOptions } from './workspace'

/** A workspace and its server, for all tests of a file. Both exist only while the tests run. */
export interface ServedWorkspace {
  workspace: Workspace
  server: Served
}

/**
 * Build and serve a workspace before the tests of a file, and remove it after them.
 *
 * @param prepare changes the workspace before it is built
 */
export function serveWorkspace(
  options: WorkspaceOptions = {},
  prepare: (workspace: Workspace) => void = () => {},
): ServedWorkspace {
  const served: Partial<ServedWorkspace> = {}
  test.describe.configure({ mode: 'serial' })
  test.beforeAll(async () => {
    test.setTimeout(600_000)
    const workspace = createWorkspace(options)
    served.workspace = workspace
    prepare(workspace)
    const { code, output } = workspace.run('build')
    expect(code, output).toBe(0)
    served.server = await workspace.serve('start')
  })
  test.afterAll(async () => {
    await served.server?.stop()
    served.workspace?.remove()
  })
  return served as ServedWorkspace
}
