import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { rehypeAutoParagraphs } from './rehype-auto-paragraphs'

function format(html: string): string {
  const tree = unified()
    .use(rehypeRaw)
    .use(rehypeAutoParagraphs)
    .runSync({ type: 'root', children: [{ type: 'raw', value: html }] } as never)
  return toHtml(tree as never)
}

test.each([
  ['一\n二\n\n三', '<p>一<br>二</p><p>三</p>'],
  ['一<br />\n二<br/><br>三', '<p>一<br>二</p><p>三</p>'],
  ['一 <b>粗\n体</b>\n \n<i>斜</i>', '<p>一 <b>粗<br>体</b></p><p><i>斜</i></p>'],
  [
    '<h2>题</h2>\n文\n<ul>\n<li>a</li>\n<li>b\nc</li>\n</ul>\n尾',
    '<h2>题</h2><p>文</p><ul>\n<li>a</li>\n<li>b<br>c</li>\n</ul><p>尾</p>',
  ],
  ['<blockquote>引\n\n文</blockquote>', '<blockquote><p>引</p><p>文</p></blockquote>'],
  ['<ul><li>甲\n\n乙</li></ul>', '<ul><li><p>甲</p><p>乙</p></li></ul>'],
  ['<pre>a\n\nb</pre>\n<p>已有\n段落</p>', '<pre>a\n\nb</pre><p>已有<br>段落</p>'],
  ['前<!--more-->后', '<p>前</p><!--more--><p>后</p>'],
  ['<table><tr><td>a\nb</td></tr></table>', '<table><tbody><tr><td>a<br>b</td></tr></tbody></table>'],
  [
    '<!-- wp:paragraph -->\n<p>块\n内</p>\n<!-- /wp:paragraph -->\n\n经典\n\n文\n<!-- wp:more /--><!--more-->',
    '\n<p>块\n内</p>\n<p>经典</p><p>文</p><!--more-->',
  ],
  ['\n\n', ''],
])('%j → %s', (html, expected) => {
  expect(format(html)).toBe(expected)
})
