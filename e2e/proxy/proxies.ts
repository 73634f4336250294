import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../support/workspace'

/** A proxy that runs, with our configuration for it. */
export interface RunningProxy {
  name: string
  https: string
  http: string
  stop(): Promise<void>
}

/** Start nginx with `deploy/nginx.conf`: only its ports, certificate and upstream are replaced. */
export async function startNginx(folder: string, upstream: string): Promise<RunningProxy> {
  const [secure, plain] = [await freePort(), await freePort()]
  const [certificate, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const subject = ['-subj', '/CN=localhost', '-days', '1', '-nodes', '-newkey', 'rsa:2048', '-x509']
  execFileSync('openssl', ['req', ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/^\tlisten \[::\].*\n/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443', `listen 127.0.0.1:${secure}`)
    .replaceAll('blog.example.org;', 'localhost;')
    .replace(/ssl_certificate .*/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key .*/, `ssl_certificate_key ${key};`)
    .replace('127.0.0.1:3000', new URL(upstream).host)
  const file = join(folder, 'nginx.conf')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join('\n')
  writeFileSync(
    file,
    `pid ${folder}/nginx.pid;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${site}\n}\n`,
  )
  const child = spawn('nginx', ['-c', file, '-e', join(folder, 'nginx.log'), '-g', 'daemon off;'], {
    stdio: 'inherit',
  })
  return started('nginx', child, secure, plain)
}

/** Start Caddy with `deploy/Caddyfile`, with a certificate of its own. */
export async function startCaddy(folder: string, upstream: string): Promise<RunningProxy> {
  const [secure, plain] = [await freePort(), await freePort()]
  const data = join(folder, 'caddy')
  mkdirSync(data)
  const file = join(folder, 'Caddyfile')
  const global = `{\n\tadmin off\n\tskip_install_trust\n\thttp_port ${plain}\n\thttps_port ${secure}\n}\n`
  writeFileSync(file, global + readFileSync('deploy/Caddyfile', 'utf8'))
  const child = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
    env: {
      ...process.env,
      XDG_DATA_HOME: data,
      XDG_CONFIG_HOME: data,
      HOME: data,
      LEMMA_HOST: 'localhost',
      LEMMA_UPSTREAM: new URL(upstream).host,
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  return started('Caddy', child, secure, plain)
}

async function started(
  name: string,
  child: ChildProcess,
  secure: number,
  plain: number,
): Promise<RunningProxy> {
  const http = `http://localhost:${plain}`
  for (let attempt = 0; ; attempt++) {
    if (child.exitCode !== null) throw new Error(`${name} exited with ${child.exitCode}.`)
    const response = await fetch(http, { redirect: 'manual' }).catch(() => undefined)
    if (response) break
    if (attempt > 150) throw new Error(`${name} does not respond at ${http}.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { name, https: `https://localhost:${secure}`, http, stop }
}
