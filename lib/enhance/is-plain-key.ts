const keys = 'jknpt?'

/**
 * A single key that is ours to act on: without a modifier, and not meant for a field, an input method or a dialog.
 * Stands apart from what the keys do, which is loaded at the first of them.
 */
export function isPlainKey(event: KeyboardEvent): boolean {
  const { key, target } = event
  if (key.length !== 1 || !keys.includes(key) || event.defaultPrevented || event.isComposing) return false
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  return !(
    target instanceof Element &&
    target.closest('input, textarea, select, dialog, [contenteditable], [role=textbox], [role=combobox]')
  )
}
