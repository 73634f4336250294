import { words } from './words'

/** A dialog to show over the page. Escape or a click beside it closes it; the browser gives the focus back. */
export function createDialog(name: string, className: string): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = `dialog ${className}`
  dialog.ariaLabel = name
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) closeDialog(dialog)
  })
  dialog.addEventListener('close', () => {
    // The event comes a task later, when a quick key may have opened it again.
    if (!dialog.open) dialog.remove()
  })
  return dialog
}

export function showDialog(dialog: HTMLDialogElement): void {
  document.body.append(dialog)
  dialog.showModal()
}

/** Close a dialog and let go of the focus: left to the event, a key pressed before it would still be the dialog's. */
export function closeDialog(dialog: HTMLDialogElement): void {
  dialog.close()
  dialog.remove()
}

/** Show a dialog with a button that closes it. */
export function openDialog(name: string, className: string, ...content: Node[]): HTMLDialogElement {
  const dialog = createDialog(name, className)
  const form = document.createElement('form')
  form.method = 'dialog'
  const close = document.createElement('button')
  close.textContent = words().close
  form.append(close)
  dialog.append(form, ...content)
  showDialog(dialog)
  return dialog
}
