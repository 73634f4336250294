/**
 * The text of a file as the compiler reads it: without byte order mark, and with `\n` at the end of each line. Lines and
 * columns are those of the file; offsets may differ (`offsetsInFile`).
 */
export function toPlainText(file: string): string {
  return file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** Create a function that converts offsets in `toPlainText(file)` to offsets in the file. Call it with ascending offsets. */
export function offsetsInFile(file: string): (offset: number) => number {
  let inFile = file.startsWith('\uFEFF') ? 1 : 0
  let inText = 0
  return (offset) => {
    while (inText < offset) {
      inFile += file.startsWith('\r\n', inFile) ? 2 : 1
      inText++
    }
    return inFile
  }
}
