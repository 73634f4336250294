'use client'

import { useContent } from '#standing'

// What stands around every page. Its words are in the HTML alone: the server half of `#standing` draws them, the browser
// half takes them from the document, where they stay. So no page and no navigation carries them in React's payload.

/** The site's name, its motto and its navigation. */
export function Masthead() {
  return <header className="masthead" {...useContent('header')} />
}

/** The feed, a random article, the keys. */
export function Footer() {
  return <footer className="colophon" {...useContent('footer')} />
}
