/**
 * Element for the offer to continue where the reader left a long article (`lib/browser/reading/resume.ts`). React does not
 * touch its content, because it is HTML: the offer may be shown before React hydrates the page.
 *
 * @param words text before the name of the section
 * @param close name of the button that closes the offer
 */
export function Resume({ words, close }: { words: string; close: string }) {
  return (
    <aside
      className="resume"
      hidden
      data-words={words}
      data-close={close}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  )
}
