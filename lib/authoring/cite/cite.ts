import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path/posix'
import { type Bibliography, readBibliography } from '../../markdown/bibliography/bibliography'
import { loadPlugins } from '../../markdown/bibliography/citation-js'
import { formatProblem } from '../../markdown/problems/problem'
import type { Site } from '../../site/config'
import { engineFolder } from '../../site/folders.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { settings } from '../../site/settings'
import { bibliographyFile } from '../compile/bibliography-file'
import { readSiteOrPublished, requireSite } from '../site/choose-site'
import { type Identifier, readIdentifier } from './identifier'
import { createKey, type RegisteredItem, titleOf, writeEntry } from './write-entry'

/** A work that was added to the bibliography. */
export interface AddedWork {
  key: string
  file: string
  /** The work as the list of an article prints it, as text. */
  printed: string
  /** The title had formulas in MathML, which became text. */
  lostFormulas: boolean
}

/** Why a work was not added, for the author. */
export class CiteError extends Error {}

/** Milliseconds for an answer. Registries are slow now and then. */
const timeLimit = 30_000

/**
 * Add a work to the bibliography. This is the only command that asks a server for works.
 *
 * @param text a DOI, or the number of a preprint in arXiv
 * @throws CiteError if it is none, if the bibliography has the work already, or if the server does not know it
 */
export async function addWork(text: string, file = bibliographyFile): Promise<AddedWork> {
  const identifier = readIdentifier(text)
  if (!identifier)
    throw new CiteError(
      translate`Found "${text}"; expected a DOI, 10.1007/BF01456952, or an arXiv number, 2006.11239.`,
    )
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const bibliography = readBibliography(before, file)
  const error = bibliography.problems.find(({ severity }) => !severity)
  if (error)
    throw new CiteError(
      translate`Nothing was added, because of an error in ${file}:\n${formatProblem(error, before)}`,
    )
  const present = findWork(bibliography, identifier)
  if (present) throw new CiteError(translate`${file} has this work already: cite it as [@${present}].`)
  const item = await fetchItem(identifier)
  const key = createKey(item, (name) => bibliography.has(name))
  const entry = writeEntry(item, key, identifier)
  appendFileSync(file, before === '' ? entry : `${before.endsWith('\n') ? '' : '\n'}\n${entry}`)
  return {
    key,
    file,
    printed: print(entry, key, requireSite(await readSiteOrPublished())),
    lostFormulas: /<(mml:)?math\b/.test(titleOf(item)),
  }
}

/** The key of a work in the bibliography. DOIs have no case; versions of a preprint are one work. */
function findWork({ keys, get }: Bibliography, { doi, arxiv }: Identifier): string | undefined {
  const number = arxiv?.replace(/v\d+$/, '').toLowerCase()
  return keys().find((key) => {
    const { DOI = '', URL = '' } = get(key) ?? {}
    const addresses = [DOI, URL].map((address) => decode(address).toLowerCase())
    return addresses.some((address) => {
      if (address === doi.toLowerCase() || address.endsWith(`doi.org/${doi.toLowerCase()}`)) return true
      return number !== undefined && address.replace(/v\d+$/, '').endsWith(`arxiv.org/abs/${number}`)
    })
  })
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

async function fetchItem({ doi }: Identifier): Promise<RegisteredItem> {
  createRequire(join(engineFolder(), 'package.json'))('@citation-js/plugin-doi')
  const endpoint = settings.doiEndpoint()
  const { host } = new URL(endpoint)
  const path = encodeURIComponent(doi).replaceAll('%2F', '/')
  const timeout = new Promise<never>((_, reject) => {
    const message = translate`${host} did not answer in ${timeLimit / 1000} s; try again later.`
    setTimeout(() => reject(new CiteError(message)), timeLimit).unref()
  })
  const answer = loadPlugins().input.chainAsync(endpoint + path, {
    forceType: '@doi/api',
    generateGraph: false,
  })
  try {
    const [item] = await Promise.race([answer, timeout])
    if (item && titleOf(item) !== '') return item
  } catch (error) {
    throw explain(error, doi, host)
  }
  throw new CiteError(translate`${host} has no title for ${doi}; add the work to the file yourself.`)
}

function explain(error: unknown, doi: string, host: string): CiteError {
  if (error instanceof CiteError) return error
  const { status, code, message } = error as Error & { status?: number; code?: string }
  if (status === 404)
    return new CiteError(translate`${host} does not know ${doi}; check it for typing errors.`)
  if (status !== undefined && status >= 400)
    return new CiteError(translate`${host} answered with status ${status}; try again later.`)
  if (status !== undefined || error instanceof SyntaxError)
    return new CiteError(
      translate`${host} has no bibliographic data of ${doi}; add the work to the file yourself.`,
    )
  return new CiteError(
    translate`${host} cannot be reached (${code ?? message}). This command needs the internet.`,
  )
}

function print(entry: string, key: string, site: Site): string {
  const options = { style: site.citationStyle, lang: site.language }
  const { entries } = readBibliography(entry, '').format([[{ key }]], options)
  return (entries[0]?.html ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#38;|&amp;/g, '&')
    .replace(/^\[1\] /, '')
}
