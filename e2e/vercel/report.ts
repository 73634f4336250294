import type { DeployedFunction } from './output'

const megabyte = 1024 * 1024

/** Size limits of functions in MB, by their content. Those of the sample site are at least a third smaller. */
const limits = [
  {
    name: 'draws cards',
    pattern: /^(card\.png|posts\/\[slug\]\/card|representations\/\[\.\.\.path\])$/,
    most: 20,
  },
  { name: 'draws formulas', pattern: /^(formulas\/|atom\.xml|feed\.(xml|json)|.*\/\[feed\]$)/, most: 10 },
  { name: 'other', pattern: /./, most: 6 },
]

/** Print the functions of a deployment with their sizes. @returns those that are too large */
export function reportSizes(functions: readonly DeployedFunction[], names: number): string[] {
  console.log(`${functions.length} distinct functions, of ${names} names; unzipped sizes in MB:`)
  const problems: string[] = []
  for (const { name, most } of limits) {
    const isFirst = (one: DeployedFunction) =>
      limits.find((limit) => limit.pattern.test(one.name))?.name === name
    const sizes = functions.filter(isFirst).sort((a, b) => b.size - a.size)
    const text = sizes.map(({ name, size }) => `${name} ${inMegabytes(size)}`).join(', ')
    console.log(`  ${name} (at most ${most}): ${text}`)
    for (const { name, size } of sizes)
      if (size > most * megabyte)
        problems.push(`The function ${name} has ${inMegabytes(size)} MB; at most ${most}.`)
  }
  return problems
}

export function inMegabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1)
}

/** The line of a build's output that counts compiled files. */
export function findCount(output: string): string {
  return (
    /Compiled \d+ of \d+ files.*/.exec(output)?.[0] ??
    'The output of the build has no number of compiled files.'
  )
}
