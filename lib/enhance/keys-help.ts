import { openDialog } from './dialog'
import { areKeysOn } from './is-plain-key'
import { store } from './stored'
import { words } from './words'

/** Show what the keys do, and let the reader switch them off. */
export function showKeys(): void {
  const t = words()
  const list = document.createElement('dl')
  const rows = [
    [t.search, '/', 'Ctrl K', '⌘ K'],
    [t.keyNext, 'j'],
    [t.keyPrevious, 'k'],
    [t.keyNextPart, 'n'],
    [t.keyPreviousPart, 'p'],
    [t.switchTheme, 't'],
    [t.keyHelp, '?'],
  ]
  for (const [meaning = '', ...keys] of rows) {
    const term = document.createElement('dt')
    for (const key of keys) {
      const kbd = document.createElement('kbd')
      kbd.textContent = key
      term.append(kbd, ' ')
    }
    const description = document.createElement('dd')
    description.textContent = meaning
    list.append(term, description)
  }
  openDialog(t.keys, 'keys', list, createSwitch(t.keysOn))
}

function createSwitch(text: string): HTMLElement {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = areKeysOn()
  box.addEventListener('change', () => {
    // A reader who allows no storage keeps the keys.
    if (!store('keys', box.checked ? null : 'off')) box.checked = true
  })
  label.append(box, ` ${text}`)
  return label
}
