/**
 * Put a text on the clipboard.
 *
 * @param beside where a field may stand for a moment, without the focus seeming to leave
 * @returns whether it is there
 */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // There is no clipboard on a page without TLS; a frame may withhold it.
    return copySelected(text, beside)
  }
}

/** What browsers did before: a field with the text, selected. */
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
