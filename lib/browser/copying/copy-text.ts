/**
 * Copy a text to the clipboard.
 *
 * @param beside element after which a field may be inserted for a moment, and which keeps the focus
 * @returns whether it was copied
 */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // A page without TLS has no clipboard; a frame may not be allowed to use it.
    return copySelected(text, beside)
  }
}

/** The older way: select the text in a field. */
function copySelected(text: string, beside: HTMLElement): boolean {
  const field = document.createElement('textarea')
  field.className = 'sr-only'
  field.value = text
  beside.after(field)
  field.select()
  const isCopied = document.execCommand('copy')
  beside.focus()
  field.remove()
  return isCopied
}
