/** The engine that checks a site. */
export interface EngineFacts {
  /** The site is in the engine's folder. */
  isEngine: boolean
  /** What the workflow checks out: the tag of the engine's version, or its commit if there is no such tag. */
  ref: string
  /** URL of the engine's repository; undefined if it has no remote. */
  repository?: string | undefined
}

/**
 * Print a workflow of GitHub Actions that checks the content of a site. In a folder of its own, a site needs a checkout of the
 * engine beside it.
 */
export function printWorkflow({ isEngine, ref, repository }: EngineFacts): string {
  return isEngine ? inEngine : besideEngine(ref, publicUrl(repository))
}

/**
 * The URL from which anyone can clone a repository; undefined if it is not known.
 *
 * @param url `https://example.org/lemma.git`, or `git@github.com:owner/name.git`, or a path
 */
function publicUrl(url = ''): string | undefined {
  const onGitHub = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1]
  if (onGitHub) return `https://github.com/${onGitHub}.git`
  if (!/^https?:/.test(url) || !URL.canParse(url)) return undefined
  // The workflow is public: it must not contain a password.
  return Object.assign(new URL(url), { username: '', password: '' }).href
}

const head = (
  events: string,
) => `# Checks the content on every push: formulas, references, links, front matter.
name: lint
on: ${events}
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:`

const everyPush = '[push, pull_request]'

const inEngine = `${head(everyPush)}
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      - run: npm run lint:content
`

/** Without the URL of the engine, the workflow would fail at every push: it does not start until the author enters the URL. */
const unknownEngine = `workflow_dispatch
# To run it on every push, write the URL of the engine's repository in place of ENGINE_URL below,
# and replace the line above by: "on: ${everyPush}"`

function besideEngine(ref: string, url: string | undefined): string {
  return `${head(url ? everyPush : unknownEngine)}
      - uses: actions/checkout@v4
        with:
          path: site
      - run: git clone ${url ?? 'ENGINE_URL'} lemma
      - run: git -C lemma checkout ${ref}
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
          cache-dependency-path: lemma/package-lock.json
      - run: npm run lint:content
        working-directory: lemma
        env:
          LEMMA_SITE: ../site
`
}
