/**
 * An inline script that restores the reader's theme before the first paint, so that no page flashes in another theme. If the
 * reader chose no theme, that of the system applies, which needs no script. The content security policy allows its hash.
 */
export const restoreTheme =
  "try{const t=localStorage.theme;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}"
