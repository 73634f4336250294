import { test } from '@playwright/test'
import { createWorkspace, type Served, type Workspace, type WorkspaceOptions } from './workspace'

/** A workspace and its server, for all tests of a file. Both exist only while the tests run. */
export interface ServedWorkspace {
  workspace: Workspace
  server: Served
}

/**
 * Serve a workspace while the tests of a file run. `npm start` builds it, if no build is copied or if it was changed.
 *
 * @param prepare changes the folder of the workspace before
 */
export function serveWorkspace({
  prepare = () => {},
  ...options
}: WorkspaceOptions & { prepare?: (root: string) => void } = {}): ServedWorkspace {
  const served: Partial<ServedWorkspace> = {}
  test.describe.configure({ mode: 'serial' })
  test.beforeAll(async () => {
    test.setTimeout(600_000)
    const workspace = createWorkspace(options)
    served.workspace = workspace
    prepare(workspace.root)
    served.server = await workspace.serve('start')
  })
  test.afterAll(async () => {
    await served.server?.stop()
    served.workspace?.remove()
  })
  return served as ServedWorkspace
}
