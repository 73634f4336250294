import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findOnPath, installFromDebian } from '../../lib/cli/debian.mjs'

/** Response times of a server under load. */
export interface Load {
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

const connections = 32
const seconds = 5
const unitsInMilliseconds: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 }

/** Request one URL as fast as the server responds, with compression as in browsers. wrk itself uses little CPU. */
export async function load(url: string): Promise<Load> {
  if (!findOnPath(['wrk'])) await installFromDebian('wrk')
  if (!findOnPath(['wrk'])) throw new Error('wrk is not on the PATH; install it.')
  await run(url, 1)
  const output = await run(url, seconds)
  const errors = /Socket errors.*|Non-2xx.*/.exec(output)
  if (errors) throw new Error(`${url} under load: ${errors[0]}`)
  return {
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]),
    p50: readLatency(output, 50),
    p99: readLatency(output, 99),
  }
}

async function run(url: string, duration: number): Promise<string> {
  const encoding = 'Accept-Encoding: gzip, deflate, br, zstd'
  const args = ['-t1', `-c${connections}`, `-d${duration}s`, '--latency', '--timeout', '30s', '-H', encoding]
  return (await promisify(execFile)('wrk', [...args, url])).stdout
}

function readLatency(output: string, percentile: number): number {
  const [, value, unit = ''] = new RegExp(`\\s${percentile}%\\s+([\\d.]+)(us|ms|s|m)`).exec(output) ?? []
  return Number(value) * (unitsInMilliseconds[unit] ?? Number.NaN)
}
