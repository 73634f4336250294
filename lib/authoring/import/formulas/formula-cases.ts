/** A formula for tests, with its delimiters as the author of a page with MathJax writes them. */
export interface FormulaCase {
  source: string
  display: boolean
}

const inline = (tex: string): FormulaCase => ({ source: `$${tex}$`, display: false })
const display = (tex: string): FormulaCase => ({ source: `$$${tex}$$`, display: true })
const environment = (source: string): FormulaCase => ({ source, display: true })

/**
 * Formulas on which importers and Markdown parsers fail: characters of HTML and Markdown, nested dollars, rows that look like lists,
 * delimiters next to digits and spaces.
 */
export const formulaCases: readonly FormulaCase[] = [
  inline('a'),
  inline('w'),
  inline('|x|'),
  inline('z_t '),
  inline(' N '),
  inline('\\le n'),
  inline('a<b'),
  inline('a<b>c'),
  inline('x<y,\\ y>z'),
  inline('a&b'),
  inline('x_1*y_2*z_3'),
  inline('\\mathcal{O}(n)'),
  inline('f(x)=a_{1}x^{2}'),
  inline('\\{1,2\\}'),
  inline('\\text{若 $x>0$}'),
  inline('\\mbox{if $x>0$}'),
  inline("f'(x)"),
  inline('"x"'),
  inline('\\mathbb{1}'),
  inline('\\mathbbm{1}_{A}'),
  inline('\\cfrac[l]{1}{2}'),
  inline('\\root 3\\of x'),
  inline('\\buildrel a\\over b'),
  inline('\\braket{a|b}'),
  inline('\\color{red}{x}+y'),
  inline('\\textcolor{red}{x}+y'),
  inline('\\newcommand{\\R}{\\mathbb{R}}\\R'),
  inline('\\lVert x \\rVert_2 \\le 1'),
  inline('[x^n]\\,(1-x)^{-1}'),
  inline('[a](b)'),
  inline('**a**'),
  inline('a\\_b'),
  inline('x~y'),
  inline('-'),
  display('f(x)'),
  display('\nf(x)\n'),
  display('\nx\n- y\n+ z\n'),
  display('\n- a\n= b\n'),
  display('\na\n# b\n'),
  display('\na > b\n> c\n'),
  display('b\\tag{3}\\label{y3}'),
  display("b\\tag{\\ref{y3}$'$}\\label{y4}"),
  display('a\\tag{A--B}\\label{y5}'),
  display('\\matrix{a&b\\cr c&d}'),
  display('\\cases{a&b\\cr c&d}'),
  display('f(x)=\\begin{cases}x & x<0 \\\\ -x & x\\ge 0\\end{cases}'),
  display('\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}'),
  display('\n\\begin{pmatrix}\n1 & 2 \\\\\n3 & 4\n\\end{pmatrix}\n'),
  display('\\begin{array}{r@{}l}a&b\\\\c&d\\end{array}'),
  display('\\sum_{i=1}^{n} a_i * b_i * c_i'),
  display('\\text{若 $x<y$ 且 } z_1 \\; \\text{则 $u_2$}'),
  display('\\sqrt{a}\\,\\!\\;\\:\\ b'),
  environment('\\begin{equation}\na = b\\label{e1}\n\\end{equation}'),
  environment('\\begin{align}\nx &= {\\beta} \\\\\ny &= z\\label{e2}\n\\end{align}'),
  environment('\\begin{align*}\na &< b \\\\[4pt]\n&> c\n\\end{align*}'),
  environment('\\begin{gather}\na \\\\\n- b\n\\end{gather}'),
  environment('\\begin{align}\na &= b \\\\ [c]&=d\n\\end{align}'),
]
