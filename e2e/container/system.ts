import { execFileSync } from 'node:child_process'

/** Run a line of shell and show its output; throws if it fails. */
export function sh(line: string): void {
  execFileSync('sh', ['-ec', line], { stdio: 'inherit' })
}

/** Megabytes of the files below a folder, mounts excluded. */
export function sizeOf(folder: string): number {
  const [size] = execFileSync('du', ['-sxm', folder], { encoding: 'utf8' }).split('\t')
  return Number(size)
}
