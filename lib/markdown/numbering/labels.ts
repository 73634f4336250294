import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import type { Label } from './label'

/** The labels of one article. */
export interface Labels {
  /** In the order of the article. */
  list: Label[]
  has(name: string): boolean
  /** Add a label. If the name is taken, report it instead. */
  add(label: Pick<Label, 'name' | 'kind' | 'number' | 'anchor'>, point: Point | undefined): void
}

export function createLabels(file: VFile): Labels {
  const byName = new Map<string, Label>()
  const list: Label[] = []
  return {
    list,
    has: (name) => byName.has(name),
    add(label, point) {
      const first = byName.get(label.name)
      if (first) {
        report(file, point, {
          rule: 'label',
          message: translate`Found the label "${label.name}" again; line ${first.line} already defines it.`,
          hint: translate`Give each label a different name: a reference must identify one of them.`,
        })
        return
      }
      const added = { ...label, line: point?.line ?? 1, column: point?.column ?? 1, used: false }
      byName.set(label.name, added)
      list.push(added)
    },
  }
}
