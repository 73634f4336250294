import { mapOutsideDeferredValues } from '../print/deferred-value'

/** The ids of the numbered elements of one article. */
export interface Anchors {
  /** Reserve an id: the wanted one, or the first of `wanted-2`, `wanted-3`… that is free. */
  reserve(wanted: string): string
}

export function createAnchors(): Anchors {
  /** For each reserved id, how many suffixes were tried. */
  const suffixes = new Map<string, number>()
  return {
    reserve(wanted) {
      let suffix = suffixes.get(wanted) ?? 0
      let anchor = wanted
      while (suffixes.has(anchor)) anchor = `${wanted}-${++suffix + 1}`
      suffixes.set(wanted, suffix)
      if (anchor !== wanted) suffixes.set(anchor, 0)
      return anchor
    },
  }
}

/** Id of an equation: `eq:x` → `eq-x`, `energy` → `eq-energy`. Han characters are kept. */
export function equationAnchor(name: string): string {
  return `eq-${toAnchor(name.replace(/^eqn?[:.-]/i, '')).replace(/^-|-$/g, '')}`
}

/** A name without the characters that a URL or an id cannot contain. Deferred values are kept; they become numbers. */
export function toAnchor(name: string): string {
  return mapOutsideDeferredValues(name, (text) => text.replace(/[\s:#?/%"'<>&\\]+/g, '-'))
}
