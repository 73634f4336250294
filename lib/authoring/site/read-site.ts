import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path/posix'
import { runInNewContext } from 'node:vm'
import { type BuildFailure, buildSync } from 'esbuild'
import * as v from 'valibot'
import { nearest } from '../../markdown/problems/nearest'
import type { Problem } from '../../markdown/problems/problem'
import { addLanguage, completeSite, type Site, settingSchemas, siteSchema } from '../../site/config'
import { listed, messageLanguage, translate } from '../../site/messages/translate.mjs'
import { describeSetting, type SettingName } from '../../site/setting-texts'
import { locateSetting } from './locate-setting'

/** The configuration of a site, below its folder. */
export const configFile = 'site.config.ts'

/** How long the configuration may run, in milliseconds. */
const timeLimit = 1_000

/** The result of reading the configuration: the settings, or the problems. */
export interface SiteReading {
  /** Undefined if there are problems. */
  site: Site | undefined
  problems: Problem[]
  /** The files that it was read from: the configuration and what it imports. */
  files: string[]
}

/**
 * Read, run and check `site.config.ts` in the current folder, which is the site's. It is an author's program: it runs apart
 * from ours and with a time limit, and only its data is kept.
 */
export async function readSite(file = configFile): Promise<SiteReading> {
  if (!existsSync(file))
    return failure(file, translate`This file is missing.`, translate`Create a site: npm run init.`)
  let bundle: { code: string; files: string[] }
  try {
    bundle = bundleConfig(file)
  } catch (error) {
    return { site: undefined, files: [file], problems: syntaxProblems(error as BuildFailure, file) }
  }
  const { code, files } = bundle
  let config: unknown
  try {
    config = runConfig(code, file)
  } catch (error) {
    const { message } = error as Error
    return { ...failure(file, translate`Running this file failed: ${message}.`), files }
  }
  if (config === undefined)
    return {
      ...failure(
        file,
        translate`Found no export of the name "site"; expected \`export const site = { … }\`.`,
      ),
      files,
    }
  const checked = v.safeParse(siteSchema, addLanguage(config))
  if (checked.success) return { site: completeSite(checked.output), problems: [], files }
  const source = readFileSync(file, 'utf8')
  return { site: undefined, files, problems: checked.issues.map((issue) => toProblem(issue, file, source)) }
}

function failure(file: string, message: string, hint?: string): SiteReading {
  const problem = { file, line: 1, column: 1, rule: 'config', message, ...(hint !== undefined && { hint }) }
  return { site: undefined, problems: [problem], files: [file] }
}

function bundleConfig(file: string): { code: string; files: string[] } {
  // Asynchronous builds would keep a process of esbuild running.
  const { outputFiles, metafile } = buildSync({
    // esbuild would use the working directory in which it was loaded.
    absWorkingDir: process.cwd(),
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'node20.9',
    logLevel: 'silent',
  })
  return { code: outputFiles[0]?.text ?? '', files: Object.keys(metafile.inputs) }
}

/** Run the bundled configuration. @returns the data of its export `site`, without functions */
function runConfig(code: string, file: string): unknown {
  const module: { exports: { site?: unknown } } = { exports: {} }
  // Only what a configuration may need of a program's environment.
  const context = { module, exports: module.exports, process: { env: { ...process.env } } }
  runInNewContext(code, context, { filename: basename(file), timeout: timeLimit })
  const { site } = module.exports
  return site === undefined ? undefined : JSON.parse(JSON.stringify(site))
}

function syntaxProblems({ errors, message }: BuildFailure, file: string): Problem[] {
  if (!errors) return failure(file, translate`This file cannot be read: ${message}.`).problems
  return errors.map(({ text, location }) => ({
    file: location?.file ?? file,
    line: location?.line ?? 1,
    column: (location?.column ?? 0) + 1,
    rule: 'config',
    message: translate`This file is not TypeScript: ${text}.`,
  }))
}

type Issue = v.InferIssue<typeof siteSchema>

/** Convert an issue of the schema: `Found postsPerPage: "8" (text); expected a number.` */
function toProblem(issue: Issue, file: string, source: string): Problem {
  const path = (issue.path ?? []).map(({ key }) => String(key))
  const place = { file, ...locateSetting(source, path), rule: 'config' }
  const name = path.join('.')
  const last = issue.path?.at(-1)
  // A rule between settings has the whole configuration as its input, a rule of a key has the key.
  const isWhole = typeof issue.input === 'object' && issue.input !== null
  const value = isWhole && last?.origin === 'value' ? last.value : issue.input
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownSetting(place, path, issue)
  const hint = hintOf(path[0])
  if (issue.type === 'strict_object' && issue.received === 'undefined' && issue.input === undefined)
    return { ...place, message: translate`The setting "${name}" is missing.`, ...hint }
  return {
    ...place,
    message: translate`Found ${name}: ${describeValue(value)}; expected ${expectation(issue)}.`,
    ...hint,
  }
}

function unknownSetting(
  place: Pick<Problem, 'file' | 'line' | 'column' | 'rule'>,
  path: string[],
  issue: Issue,
): Problem {
  const suggestion = nearest(path.at(-1) ?? '', settingsBeside(issue))
  return {
    ...place,
    message: translate`Found the unknown setting "${path.join('.')}".`,
    hint: suggestion
      ? translate`Did you mean ${suggestion}?`
      : translate`docs/configuration.md lists all settings. Remove it.`,
  }
}

/** The names that the object with an unknown setting may contain. */
function settingsBeside({ path }: Issue): string[] {
  const parent = (path ?? []).slice(0, -1).reduce<unknown>((schema, { key, value }) => {
    const { entries, item, value: ofRecord } = resolve(schema, undefined)
    return resolve(entries?.[String(key)] ?? item ?? ofRecord, value)
  }, siteSchema)
  return Object.keys(resolve(parent, undefined).entries ?? {})
}

/** The parts of a schema by which it is described, and those that lead to the schemas in it. */
interface SchemaParts {
  /** Of an object. */
  entries?: Readonly<Record<string, unknown>>
  /** Of a list. */
  item?: unknown
  /** Of a record. */
  value?: unknown
}

/** The schema itself, of one that is optional or depends on its input. */
function resolve(schema: unknown, input: unknown): SchemaParts {
  const { wrapped, getter } = schema as { wrapped?: unknown; getter?: (input: unknown) => unknown }
  if (wrapped !== undefined) return resolve(wrapped, input)
  return getter ? resolve(getter(input), input) : (schema as SchemaParts)
}

/** The description of a setting, as a hint. */
function hintOf(setting: string | undefined): { hint?: string } {
  if (setting === undefined || !Object.hasOwn(settingSchemas, setting)) return {}
  return { hint: translate`${setting}: ${describeSetting(setting as SettingName, messageLanguage())}.` }
}

const kinds: Readonly<Record<string, string>> = {
  string: translate`text`,
  number: translate`a number`,
  boolean: translate`true or false`,
  array: translate`a list, [ … ]`,
  strict_object: translate`an object, { … }`,
  record: translate`an object, { … }`,
}

/** What the schema expects: the message of a rule, or the kind of value. */
function expectation(issue: Issue): string {
  if (issue.kind === 'validation') return issue.message
  if (issue.type === 'picklist')
    return translate`one of ${listed((issue.expected ?? '').replace(/^\(|\)$/g, '').split(' | '))}`
  return kinds[issue.type] ?? issue.expected ?? translate`another value`
}

/** Describe a value: `"8" (text)`. */
function describeValue(value: unknown): string {
  if (value === undefined || value === null) return translate`nothing`
  const kind = Array.isArray(value)
    ? translate`a list`
    : typeof value === 'object'
      ? translate`an object`
      : undefined
  const shown = JSON.stringify(value).slice(0, 60)
  return kind
    ? translate`${shown} (${kind})`
    : typeof value === 'string'
      ? translate`${shown} (${translate`text`})`
      : shown
}
