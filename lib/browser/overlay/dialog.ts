import { pageMessages } from '../messages'

/** Create a dialog. Escape or a click outside closes it; the browser restores the focus. */
export function createDialog(name: string, className: string): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = `dialog ${className}`
  dialog.ariaLabel = name
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) closeDialog(dialog)
  })
  dialog.addEventListener('close', () => {
    // The event fires a task later: a quick key may have opened the dialog again.
    if (!dialog.open) dialog.remove()
  })
  return dialog
}

export function showDialog(dialog: HTMLDialogElement): void {
  document.body.append(dialog)
  dialog.showModal()
}

/** Close and remove a dialog at once: until the event fires, keys would still belong to the dialog. */
export function closeDialog(dialog: HTMLDialogElement): void {
  dialog.close()
  dialog.remove()
}

/** Open a dialog with a button that closes it. */
export function openDialog(name: string, className: string, ...content: Node[]): HTMLDialogElement {
  const dialog = createDialog(name, className)
  const form = document.createElement('form')
  form.method = 'dialog'
  const close = document.createElement('button')
  close.textContent = pageMessages().close
  form.append(close)
  dialog.append(form, ...content)
  showDialog(dialog)
  return dialog
}
