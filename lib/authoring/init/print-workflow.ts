/** Used in the workflow of a site if the engine's repository is unknown. */
const unknownRepository = 'OWNER/lemma'

/** The engine that checks a site. */
export interface EngineFacts {
  /** The site is in the engine's folder. */
  isEngine: boolean
  /** Version of the engine. */
  version: string
  /** URL of the engine's repository; undefined if it has no remote. */
  repository?: string | undefined
}

/**
 * Print a workflow of GitHub Actions that checks the content of a site. In a folder of its own, a site needs a checkout of the
 * engine beside it.
 */
export function printWorkflow({ isEngine, version, repository }: EngineFacts): string {
  return isEngine ? inEngine : besideEngine(version, githubName(repository))
}

/** `owner/name` of a repository on GitHub. @param url `https://github.com/owner/name.git` or `git@github.com:owner/name.git` */
function githubName(url = ''): string | undefined {
  return /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1]
}

const head = `# Checks the content on every push: formulas, references, links, front matter.
name: lint
on: [push, pull_request]
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:`

const inEngine = `${head}
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      - run: npm run lint:content
`

function besideEngine(version: string, repository: string | undefined): string {
  const hint = repository ? '' : '          # The repository of the engine on GitHub.\n'
  return `${head}
      - uses: actions/checkout@v4
        with:
          path: site
      - uses: actions/checkout@v4
        with:
${hint}          repository: ${repository ?? unknownRepository}
          ref: v${version}
          path: lemma
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
