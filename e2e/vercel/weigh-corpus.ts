import { join } from 'node:path'
import { writeCorpus } from '../../bench/corpus/corpus'
import { buildForVercel, clone } from './build'
import { assembleFunctions, type DeployedFunction, weigh } from './output'
import { inMegabytes } from './report'

/** Vercel's limit for the unzipped size. */
const most = 250
const planned = 10_000

/**
 * Build a site with articles of the benchmark's corpus, and estimate the largest functions of a site of 10,000 articles:
 * published files grow with the number of articles, the others do not.
 *
 * @returns functions that would be too large
 */
export function measureFunctionSizes(folder: string, posts: number): string[] {
  const site = join(folder, 'site')
  clone('.', site)
  writeCorpus(join(site, 'content'), posts)
  console.log(`Building a site of ${posts} articles for Vercel…`)
  buildForVercel(site, 'production')
  const functions = assembleFunctions(join(site, '.vercel/output'), site, join(folder, 'functions'))
  const largest = [...new Set(functions.values())].sort((a, b) => b.size - a.size)
  console.log(`Unzipped sizes in MB with ${posts} articles, and estimated for ${planned}:`)
  const problems: string[] = []
  for (const deployed of largest) {
    const estimate = estimateSize(deployed, posts)
    console.log(`  ${deployed.name}: ${inMegabytes(deployed.size)}, ${inMegabytes(estimate)}`)
    if (estimate > most * 1024 * 1024) problems.push(`${deployed.name} would exceed ${most} MB.`)
  }
  const [first] = largest
  if (first)
    for (const [name, size] of weigh(first).slice(0, 6))
      console.log(`  of ${first.name}: ${name} ${inMegabytes(size)}`)
  return problems
}

function estimateSize(deployed: DeployedFunction, posts: number): number {
  const published = weigh(deployed)
    .filter(([name]) => name.startsWith('.lemma/'))
    .reduce((sum, [, size]) => sum + size, 0)
  return deployed.size + published * (planned / posts - 1)
}
