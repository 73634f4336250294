import './globals.css'
import './prose.css'
import './latex.css'
import './dialogs.css'
import './print.css'
import './search.css'
import type { ReactNode } from 'react'

/** Styles only: each page renders its document (`SiteDocument`), because only the page knows its language. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children
}
