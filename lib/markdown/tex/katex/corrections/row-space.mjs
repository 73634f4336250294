/**
 * A row of an environment, in em. `height` and `depth` include the strut of the row.
 *
 * @typedef {{ height: number, depth: number, cells: readonly { height: number, depth: number }[] }} Row
 */

/** TeX's `\jot` and `\lineskip`, in points. */
const jot = 3
const lineskip = 1

/**
 * The space that a row needs above it in addition to KaTeX's, in em.
 *
 * KaTeX stacks the boxes of rows, and in amsmath's displays puts `\jot` between them. TeX uses `\lineskip` (with `\jot` in
 * those displays) as soon as a row is taller than its strut. LaTeX's `array`, `cases` and matrices have no such space,
 * so fractions in them overlap; here their contents are at least `\jot` and `\lineskip` apart. Rows that are not taller
 * than their strut do not move.
 *
 * @param {object} group KaTeX's parse node of the environment
 * @param {boolean} [group.addJot] whether it is one of amsmath's displays
 * @param {number} group.arraystretch
 * @param {string} [group.colSeparationType]
 * @param {readonly (readonly boolean[])[]} group.hLinesBeforeRow
 * @param {readonly Row[]} rows the rows up to this one
 * @param {number} index of the row
 * @param {{ height: number, depth: number }} strut
 * @param {number} pt a point, in em
 * @returns {number}
 */
export function spaceAboveRow(group, rows, index, strut, pt) {
  const above = rows[index - 1]
  const row = rows[index]
  if (!above || !row || hasOwnSpacing(group) || (group.hLinesBeforeRow[index]?.length ?? 0) > 0) return 0
  const depth = Math.max(0, ...above.cells.map((cell) => cell.depth))
  const height = Math.max(0, ...row.cells.map((cell) => cell.height))
  if (depth <= strut.depth && height <= strut.height) return 0
  if (group.addJot) return lineskip * pt
  const distance = above.depth - depth + row.height - height
  return Math.max(0, (jot + lineskip) * pt - distance)
}

/**
 * Commutative diagrams, `smallmatrix`, `\substack` and arrays that the author made narrower.
 *
 * @param {{ arraystretch: number, colSeparationType?: string }} group
 */
function hasOwnSpacing({ arraystretch, colSeparationType }) {
  return colSeparationType === 'CD' || colSeparationType === 'small' || arraystretch < 1
}
