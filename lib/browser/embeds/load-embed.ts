/** Show the contents that a link leads to in a frame, in place of the link. */
export function loadEmbed(link: HTMLAnchorElement): void {
  const frame = document.createElement('iframe')
  frame.className = 'embed'
  frame.style.aspectRatio = link.style.aspectRatio
  frame.title = link.querySelector('b')?.textContent ?? link.hostname
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  // Some players refuse to play without knowing the page's origin.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.setAttribute('sandbox', 'allow-forms allow-popups allow-presentation allow-same-origin allow-scripts')
  frame.src = link.href
  link.replaceWith(frame)
  frame.focus()
}
