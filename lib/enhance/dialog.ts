import { messages } from '../i18n'
import { pageLanguage } from './language'

/** Open a dialog over the page. Escape, its button or a click beside it closes; the browser gives the focus back. */
export function openDialog(name: string, className: string, ...content: Node[]): HTMLDialogElement {
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
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
