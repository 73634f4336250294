import { messages } from '../i18n'
import { pageLanguage } from './language'

/** Open a dialog over the page. Escape, its button or a click beside it closes; the focus goes back to where it was. */
export function openDialog(name: string, className: string, ...content: Node[]): HTMLDialogElement {
  const opener = document.activeElement
  const dialog = document.createElement('dialog')
  dialog.className = `dialog ${className}`
  dialog.ariaLabel = name
  const form = document.createElement('form')
  form.method = 'dialog'
  const close = document.createElement('button')
  close.textContent = messages(pageLanguage()).interface.close
  form.append(close)
  dialog.append(form, ...content)
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (opener instanceof HTMLElement) opener.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
