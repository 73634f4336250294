import { expect, test } from 'vitest'
import { convertFormulaElements } from './formula-elements'

test.each([
  // Jetpack and WordPress.com
  ['设 $latex x_1 &lt; y$ 是', '设 \\(x_1 &lt; y\\) 是'],
  ['$latex a\\&amp;b&amp;s=2&bg=ffffff$', '\\(a\\&amp;b\\)'],
  ['$latex \\text{\\$5}&#038;s=-1$ and $5', '\\(\\text{\\$5}\\) and $5'],
  ['$latex=e^{i\\pi}$', '\\(e^{i\\pi}\\)'],
  [
    '<img src="https://s0.wp.com/latex.php?latex=x&amp;bg=fff" alt="x^2 &lt; 3" class="latex" />',
    '\\(x^2 &lt; 3\\)',
  ],
  ["<img class='latex' alt='f&#039;(x)' src='a.png'>", '\\(f&#039;(x)\\)'],
  ['<img src="photo.png" alt="x^2">', '<img src="photo.png" alt="x^2">'],
  // other services that draw formulas
  ['<img src="https://www.zhihu.com/equation?tex=a%3Cb%5C%5C" alt="a">', '\\(a&lt;b\\\\\\)'],
  ['<img src="https://latex.codecogs.com/gif.latex?\\frac{a}{b}+c">', '\\(\\frac{a}{b}+c\\)'],
  // shortcodes
  ['[latex]a &amp; b[/latex]', '\\(a &amp; b\\)'],
  ['[latex display="true"]a\\\\<br />\nb[/latex]', '\\[a\\\\\nb\\]'],
  ['[katex display=true]a[/katex][katex]b[/katex]', '\\[a\\]\\(b\\)'],
  ['[katex display="false"]b[/katex]', '\\(b\\)'],
  ['[latexpage]\n正文 $x$', '\n正文 $x$'],
  // elements of MathJax and KaTeX
  ['<script type="math/tex">a<b\\&c</script>', '\\(a&lt;b\\&amp;c\\)'],
  ['<span class="MathJax_Preview">x</span><script type="math/tex; mode=display">a</script>', '\\[a\\]'],
  [
    '<div class="wp-block-katex-display-block katex-eq" data-katex-display="true"><pre>a &lt; b</pre></div>',
    '\\[a &lt; b\\]',
  ],
  ['<span class="katex-eq" data-katex-display="false">a</span>', '\\(a\\)'],
  [
    '<math display="block"><semantics><mi>a</mi><annotation encoding="application/x-tex">a &lt; b</annotation></semantics></math>',
    '\\[a &lt; b\\]',
  ],
  [
    '<!-- wp:math {"latex":"a \\u003c b \\\\\\\\ c"} -->\n<div><math display="block"><mi>a</mi></math></div>\n<!-- /wp:math -->',
    '<p>\\[a &lt; b \\\\ c\\]</p>',
  ],
  ['<math data-latex="a &lt; b"><mi>a</mi></math>', '\\(a &lt; b\\)'],
  // code stays as it is
  ['<code>$latex x$</code><pre>[latex]x[/latex]</pre>', '<code>$latex x$</code><pre>[latex]x[/latex]</pre>'],
  ['<pre>[latex]</pre>[latex]x[/latex]', '<pre>[latex]</pre>\\(x\\)'],
])('%s → %s', (html, expected) => {
  expect(convertFormulaElements(html)).toBe(expected)
})
