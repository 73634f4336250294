import type { Problem } from '../markdown/problem'

export interface Bibliography {
  problems: Problem[]
  has(key: string): boolean
  keys(): string[]
  format(
    clusters: { key: string; locator?: string }[][],
    options: { style: string; lang: 'zh-CN' | 'en' },
  ): { clusters: string[]; entries: { key: string; html: string; number?: number }[] }
}

export const emptyBibliography: Bibliography = {
  problems: [],
  has: () => false,
  keys: () => [],
  format: () => ({ clusters: [], entries: [] }),
}

export function readBibliography(_text: string, _file: string): Bibliography {
  return emptyBibliography
}
