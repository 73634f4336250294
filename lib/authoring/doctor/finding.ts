/** What `npm run doctor` found out about one thing. */
export interface Finding {
  /** The thing: `Node`, `Disk`. */
  name: string
  /** `warning`: the site works, but something is missing or will go wrong. */
  severity: 'ok' | 'warning' | 'error'
  /** What was found. */
  text: string
  /** What to do about it; always set unless `severity` is `ok`. */
  advice?: string
}

export function ok(name: string, text: string): Finding {
  return { name, severity: 'ok', text }
}

export function warning(name: string, text: string, advice: string): Finding {
  return { name, severity: 'warning', text, advice }
}

export function error(name: string, text: string, advice: string): Finding {
  return { name, severity: 'error', text, advice }
}
