import { expect, test } from 'vitest'
import { convertShortcodes } from './shortcodes'

const media = new Map([
  ['7', { url: 'https://old.example/a.png?x=1&y', title: 'A "b"', post: '2' }],
  ['8', { url: 'https://old.example/b.png', title: '', post: '1' }],
  ['9', { url: 'https://old.example/c.pdf', title: '', post: '1' }],
])

test.each([
  [
    '[caption id="a" width="300"]<a href="b"><img src="a.png" /></a> 图 $x$[/caption]',
    '<figure><a href="b"><img src="a.png" /></a><figcaption>图 $x$</figcaption></figure>',
  ],
  [
    '[caption caption="旧式"]<img src="a.png">[/caption]',
    '<figure><img src="a.png"><figcaption>旧式</figcaption></figure>',
  ],
  ['[gallery ids="7,99"]', '\n\n<img src="https://old.example/a.png?x=1&amp;y" alt="A &quot;b&quot;">\n\n'],
  ['[gallery]', '\n\n<img src="https://old.example/b.png" alt="">\n\n'],
  ['[embed]https://v.example/1[/embed]', '\n\n<a href="https://v.example/1">https://v.example/1</a>\n\n'],
  ['[video mp4="a.mp4"][/video]', '\n\n<video src="a.mp4" controls></video>\n\n'],
  [
    '[code lang="python"]\nif a &lt; b &amp;&amp; c<d:\n\n  [gallery ids="7"]\n[/code]',
    '<pre><code class="language-python">if a &lt; b &amp;&amp; c&lt;d:\n\n  [gallery ids="7"]</code></pre>',
  ],
  ['[matlab]x = [1 2];[/matlab]', '<pre><code class="language-matlab">x = [1 2];</code></pre>'],
  ['[[gallery]] [1] [注] [a, b] [sic]', '[gallery] [1] [注] [a, b] [sic]'],
])('%s → %s', (html, expected) => {
  expect(convertShortcodes(html, media, '1')).toEqual({ html: expected, unknown: [] })
})

test('keeps other shortcodes as text, and names them', () => {
  const html = '[contact-form-7 id="1"] [toc_list] [quote]a[/quote] \\[a=1\\] <code>[x-y]</code>'
  expect(convertShortcodes(html, media, '1')).toEqual({
    html,
    unknown: ['contact-form-7', 'toc_list', 'quote'],
  })
})
