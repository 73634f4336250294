import { readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { runInNewContext } from 'node:vm'
import { type BuildFailure, build, type Plugin, stop } from 'esbuild'
import type { ArticleComponent, PropIssue } from '../../markdown/types'
import { engineFolder } from '../../site/folders.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { componentFile, componentNames } from '../../site/site-code.mjs'
import { componentsVersion } from './components-version'

/** How long the module of a schema may run, in milliseconds. */
const timeLimit = 1_000

/** The part of a Standard Schema that we use (https://standardschema.dev). Valibot, Zod and ArkType make them. */
interface Schema {
  '~standard': { validate(value: unknown): SchemaResult | Promise<SchemaResult> }
}

interface SchemaResult {
  issues?: readonly {
    message: string
    path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
  }[]
}

/** Read the components of the site in the current folder, with their schemas. */
export async function readComponents(): Promise<ArticleComponent[]> {
  const names = componentNames('.')
  if (names.length === 0) return []
  const version = componentsVersion()
  try {
    return await Promise.all(names.map((name) => readComponent(name, version)))
  } finally {
    // Its process would keep running.
    await stop()
  }
}

async function readComponent(name: string, version: string): Promise<ArticleComponent> {
  const file = componentFile(name)
  try {
    const source = readFileSync(file, 'utf8')
    if (!exportOf(name).test(source))
      return { name, version, error: translate`${file} does not export "${name}"` }
    // A component without a schema needs no bundle: Next reports errors in its code.
    if (!exportOf('schema').test(source)) return { name, version }
    const code = await bundleSchema(file)
    const schema = runSchema(code, file)
    return schema ? { name, version, check: (props) => check(schema, props) } : { name, version }
  } catch (error) {
    return { name, version, error: explain(error) }
  }
}

/** Matches the export of a name: `export function Name`, `export { Name }`. */
function exportOf(name: string): RegExp {
  return new RegExp(
    `\\bexport\\s+(?:async\\s+)?(?:function|const|let|class)\\s+${name}\\b|\\bexport\\s*\\{[^}]*\\b${name}\\b`,
  )
}

/** A module that only exports the schema. All imports that it does not need are left out, so no other code runs. */
async function bundleSchema(file: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: process.cwd(),
    stdin: { contents: `export { schema } from './${file}'`, resolveDir: process.cwd() },
    plugins: [withoutSideEffects],
    // A site folder of its own has no packages.
    nodePaths: [join(engineFolder(), 'node_modules')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20.9',
    loader: { '.csv': 'text', '.css': 'empty' },
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/** Lets esbuild leave out every module from which nothing is used. */
const withoutSideEffects: Plugin = {
  name: 'without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === 'resolved') return undefined
      const found = await resolve(path, {
        importer: options.importer,
        resolveDir: options.resolveDir,
        kind: options.kind,
        pluginData: 'resolved',
      })
      return found.errors.length > 0 ? { errors: found.errors } : { ...found, sideEffects: false }
    })
  },
}

/** @returns undefined if the component exports no schema */
function runSchema(code: string, file: string): Schema | undefined {
  const module: { exports: { schema?: Schema } } = { exports: {} }
  runInNewContext(code, { module, exports: module.exports, URL }, { filename: file, timeout: timeLimit })
  const { schema } = module.exports
  if (schema === undefined) return undefined
  if (typeof schema['~standard']?.validate !== 'function')
    throw new Error(
      translate`its export "schema" is not a schema of Valibot, Zod or another library of Standard Schema`,
    )
  return schema
}

/** The first issue at each place: the others follow from it. */
function check(schema: Schema, props: Readonly<Record<string, unknown>>): PropIssue[] {
  const result = schema['~standard'].validate(props)
  if ('then' in result) return [{ message: translate`its schema is asynchronous, which is not supported` }]
  const issues = new Map<string, PropIssue>()
  for (const { message, path = [] } of result.issues ?? []) {
    const names = path.map((part) => String(typeof part === 'object' ? part.key : part))
    const [place, [prop]] = [names.join('.'), names]
    const text = message.replace(/\.$/, '')
    if (prop === undefined) issues.set(text, { message: text })
    else if (!issues.has(place)) issues.set(place, { prop, message: `${place}: ${text}` })
  }
  return [...issues.values()]
}

/** An error of esbuild with its place, or of the module itself. */
function explain(error: unknown): string {
  const [first] = (error as BuildFailure).errors ?? []
  // An error of the module is of another realm, so it is no instance of our `Error`.
  if (!first) return (error as { message?: string }).message ?? String(error)
  const { location, text } = first
  return location ? `${location.file}:${location.line}: ${text}` : text
}
