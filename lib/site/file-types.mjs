// Which files next to articles are served, besides images (`image-types.ts`), and what browsers do with them. JavaScript,
// because Node reads `next.config.mjs` and what it imports without translation.
import { contentType } from 'mime-types'

/** File name extensions by what browsers do with such a file. */
export const fileKinds = /** @type {const} */ ({
  video: ['mp4', 'm4v', 'webm', 'ogv'],
  audio: ['mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'wav', 'flac'],
  captions: ['vtt'],
  document: ['pdf'],
  // Shown as plain text, whatever language it is.
  text: [
    ...[
      'txt',
      'tex',
      'bib',
      'sty',
      'cls',
      'asy',
      'gp',
      'plt',
      'sage',
      'lean',
      'v',
      'agda',
      'thy',
      'mac',
      'wl',
    ],
    ...['py', 'jl', 'r', 'm', 'c', 'h', 'cc', 'cpp', 'hpp', 'cu', 'rs', 'go', 'java', 'kt', 'swift', 'cs'],
    ...['f', 'f90', 'hs', 'ml', 'scm', 'lisp', 'rb', 'pl', 'lua', 'sh', 'sql', 'js', 'mjs', 'ts', 'css'],
  ],
  // Saved, not opened. A page of HTML would run with the rights of this site.
  download: [
    ...['zip', 'gz', 'tgz', 'tar', 'bz2', 'xz', '7z', 'epub', 'djvu', 'ps', 'eps', 'html', 'htm', 'xml'],
    ...['csv', 'tsv', 'json', 'jsonl', 'geojson', 'toml', 'ipynb', 'nb', 'ggb', 'npy', 'npz', 'mat', 'h5'],
    ...['parquet', 'sqlite', 'xlsx', 'xls', 'ods', 'docx', 'doc', 'odt', 'pptx', 'ppt', 'odp', 'key', 'rtf'],
  ],
})

/** @typedef {keyof typeof fileKinds} FileKind */

/** @type {ReadonlyMap<string, FileKind>} */
const kinds = new Map(
  Object.entries(fileKinds).flatMap(([kind, extensions]) =>
    extensions.map((extension) => /** @type {[string, FileKind]} */ ([extension, kind])),
  ),
)

/** The kind of a file by its extension; undefined if such files are not served. @param {string} name */
export function fileKindOf(name) {
  return kinds.get(extensionOf(name))
}

/** The media type of a file of a kind, with the charset of text. @param {string} name */
export function fileTypeOf(name) {
  if (fileKindOf(name) === 'text') return 'text/plain; charset=utf-8'
  return mediaTypes.get(extensionOf(name)) ?? (contentType(extensionOf(name)) || 'application/octet-stream')
}

/** Types that mime-types names differently than browsers expect. */
const mediaTypes = new Map([
  ['m4v', 'video/mp4'],
  ['m4a', 'audio/mp4'],
  ['opus', 'audio/ogg'],
])

/** @param {string} name */
function extensionOf(name) {
  return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
