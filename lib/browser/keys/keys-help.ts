import { pageMessages } from '../messages'
import { openDialog } from '../overlay/dialog'
import { store } from '../storage/store'

/** Show the keyboard shortcuts, with a switch to disable single keys. @param areOn whether single keys are enabled */
export function showKeys(areOn: boolean): void {
  const t = pageMessages()
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
  openDialog(t.keys, 'keys', list, createSwitch(t.keysOn, areOn))
}

function createSwitch(text: string, areOn: boolean): HTMLElement {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = areOn
  box.addEventListener('change', () => {
    // Without storage, single keys cannot be disabled.
    if (!store('keys', box.checked ? null : 'off')) box.checked = true
  })
  label.append(box, ` ${text}`)
  return label
}
