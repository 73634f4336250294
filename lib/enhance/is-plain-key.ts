import { readStored } from './stored'

const keys = 'jknpt?/'

/**
 * A single key that is ours to act on: without a modifier, not meant for a field, an input method or a dialog, and not
 * switched off by the reader. Stands apart from what the keys do, which is loaded at the first of them.
 */
export function isPlainKey(event: KeyboardEvent): boolean {
  const { key, target } = event
  if (key.length !== 1 || !keys.includes(key) || event.defaultPrevented || event.isComposing) return false
  if (event.ctrlKey || event.altKey || event.metaKey || !areKeysOn()) return false
  return !(
    target instanceof Element &&
    target.closest('input, textarea, select, dialog, [contenteditable], [role=textbox], [role=combobox]')
  )
}

/** Single keys act unless the reader switched them off: speech input and unsteady hands press them by accident. */
export function areKeysOn(): boolean {
  return readStored('keys') !== 'off'
}
