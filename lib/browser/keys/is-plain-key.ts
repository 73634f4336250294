import { readStored } from '../storage/read-stored'

const keys = 'jknpt?/'

/**
 * Is this a single-key shortcut? The key must be one of ours, without a modifier, not typed into a field, an input method,
 * a dialog or an interactive component, and single keys must be enabled.
 */
export function isPlainKey(event: KeyboardEvent): boolean {
  const { key, target } = event
  if (key.length !== 1 || !keys.includes(key) || event.isComposing) return false
  if (event.ctrlKey || event.altKey || event.metaKey || !areKeysOn()) return false
  return !(
    target instanceof Element &&
    target.closest(
      'input, textarea, select, dialog, [contenteditable], [role=textbox], [role=combobox], [data-component]',
    )
  )
}

/** Are single keys enabled? Readers can disable them, because speech input and tremor can press keys by accident. */
export function areKeysOn(): boolean {
  return readStored('keys') !== 'off'
}
