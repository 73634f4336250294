import { constants } from 'node:buffer'
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path/posix'
import { gunzipSync } from 'node:zlib'
import { translate } from '../../../site/messages/translate.mjs'
import { showLocation } from '../location'
import { SourceError } from '../source-error'
import type { Database, OpenDatabase } from './database'
import { openDump } from './sql-dump'

const expected = translate`a URL (mysql://user:password@host/database, postgres://…), a file of SQLite, or an SQL dump`

/**
 * Find out what a location is and how it is opened.
 *
 * @param location a URL, or a path; `#prefix_` at its end chooses among several blogs in one database
 */
export function resolveLocation(location: string): { open: OpenDatabase; prefix: string | undefined } {
  const [address = '', prefix] = location.split('#', 2)
  return { open: opener(address), prefix }
}

function opener(address: string): OpenDatabase {
  if (/^(mysql|mariadb):\/\//.test(address))
    return explain(address, async () => (await import('./mysql')).openMysql(address))
  if (/^postgres(ql)?:\/\//.test(address))
    return explain(address, async () => (await import('./postgres')).openPostgres(address))
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1]
  if (scheme) throw new SourceError(translate`Found a URL with ${scheme}://; expected ${expected}.`)
  if (!existsSync(address)) throw new SourceError(translate`${address} does not exist; expected ${expected}.`)
  if (!statSync(address).isFile())
    throw new SourceError(translate`${address} is no file; expected ${expected}.`)
  if (startOf(address).toString('latin1') === 'SQLite format 3\0')
    return explain(address, async () => (await import('./sqlite')).openSqlite(address))
  let dump: Database | undefined
  return async () => {
    dump ??= openDump(readWhole(address), basename(address))
    return dump
  }
}

function startOf(file: string): Buffer {
  const start = Buffer.alloc(16)
  const descriptor = openSync(file, 'r')
  try {
    return start.subarray(0, readSync(descriptor, start))
  } finally {
    closeSync(descriptor)
  }
}

/** The content of a dump, which may be compressed. */
function readWhole(file: string): Buffer {
  const { size } = statSync(file)
  if (size > constants.MAX_STRING_LENGTH)
    throw new SourceError(
      translate`${file} has ${size} bytes; expected at most ${constants.MAX_STRING_LENGTH}. Dump only Typecho's tables, or give the URL of the database.`,
    )
  const bytes = readFileSync(file)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
}

/** Explain why a database cannot be opened. The password of its URL is in no message. */
function explain(address: string, open: OpenDatabase): OpenDatabase {
  return async () => {
    try {
      return await open()
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      const reason = message || code || String(error)
      throw new SourceError(
        translate`${showLocation(address)} cannot be opened: ${reason}. Check the address, the user and the password; the server must accept connections from this computer.`,
      )
    }
  }
}
