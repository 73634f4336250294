import { createHighlighter } from 'shiki'
import { expect, test } from 'vitest'
import { siteColour } from './code-theme'
import { highlight, tokenizeTimeLimit } from './rehype-code'

/** A sample of code in each language. */
const samples = {
  bash: 'for f in *.tex; do latexmk -pdf "$f" || echo "failed: $f" >&2; done',
  c: '#include <math.h>\nstatic double norm(const double *x, int n) { return sqrt(x[0] * x[0]); /* no */ }',
  cpp: '#include <cmath>\ntemplate <class T> constexpr T twice(const T& x) { return 2 * x; } // R"(raw)"',
  css: '.katex { font: 1.21em KaTeX_Main; --a: calc(1px + 2%); }',
  diff: '--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new',
  'fortran-free-form': 'program main\n  real :: x = 1.0e-3\n  print *, sin(x)\nend program',
  go: 'func gcd(a, b int) int {\n\tfor b != 0 { a, b = b, a%b }\n\treturn a // done\n}',
  haskell:
    'primes :: [Integer]\nprimes = sieve [2..] where sieve (p:xs) = p : sieve [x | x <- xs, x `mod` p /= 0]',
  html: '<!doctype html><p class="a">x &amp; y<script>let a = 1</script></p>',
  java: 'public final class A { private static final double PI = 3.14f; @Override public String toString() { return "a"; } }',
  javascript: 'const f = async (x) => await x + /a+/g.test("a"); class A extends B { #p = 1n }',
  json: '{"a": [1, -2.5e3, true, null], "b": "\\u00e9"}',
  julia: 'f(x::Float64) = x^2 + 2im\n@show f.(1:10) # broadcast',
  latex: '\\begin{align} a &= \\frac{1}{2} % half\n\\end{align}\n\\newcommand{\\R}{\\mathbb{R}}',
  lean: 'theorem two_add : 2 + 2 = 4 := by\n  norm_num -- easy',
  lua: 'local function f(x) return x ~= nil and x^2 or [[text]] end',
  markdown: '# Title\n\n*em* **strong** `code` [link](a)\n\n- item',
  matlab: 'function y = f(x)\n  y = x.^2 + A\\b; % solve\nend',
  ocaml: 'let rec fact n = if n = 0 then 1 else n * fact (n - 1) (* slow *)',
  python:
    'def f(x: int) -> str:\n    """text"""\n    return f"{x!r} {1e-3:.2f}"  # note\nclass A(B):\n    @property\n    def y(self): return lambda z: z ** 2',
  r: 'x <- rnorm(100); fit <- lm(y ~ x, data = d) # model',
  rust: 'fn main() { let v: Vec<u32> = (0..10).map(|x| x * 2).collect(); println!("{:?} {}", v, \'a\'); }',
  scala: 'def f[A](xs: List[A])(using o: Ordering[A]): A = xs.max // s"$xs"',
  sql: "SELECT a, COUNT(*) FROM t WHERE b LIKE 'x%' GROUP BY a -- all",
  toml: '[a.b]\nx = 1_000\ny = 2020-01-01',
  tsx: 'export const A = ({ x }: { x?: number }) => <p id="a">{x as unknown}</p>',
  typescript: 'type A<T> = T extends (infer U)[] ? U : never; enum E { A = 1 }',
  wolfram: 'f[x_] := Integrate[Sin[t]/t, {t, 0, x}] (* Si *)',
  yaml: 'a: &x\n  - 1\n  - "b"\nc: *x # anchor',
} as const

test("each token has the colour that replaces its colour in GitHub's theme", {
  timeout: 30_000,
}, async () => {
  const langs = Object.keys(samples) as (keyof typeof samples)[]
  const shiki = await createHighlighter({ themes: ['github-light'], langs })
  for (const lang of langs) {
    const lines = shiki.codeToTokensBase(samples[lang], { lang, theme: 'github-light', tokenizeTimeLimit })
    const expected = lines
      .flat()
      .flatMap(({ content, color = '' }) =>
        visible(content).map((character) => `${character} ${siteColour(color)}`),
      )
    expect(coloursOf(await highlight(samples[lang], lang)), lang).toEqual(expected)
    expect(expected.length, lang).toBeGreaterThan(15)
  }
})

/** Each character with its colour. Text without a colour has that of the page. */
function coloursOf(html: string): string[] {
  const colours: string[] = []
  const ink = siteColour('#24292e')
  return html.split(/(<[^>]*>)/).flatMap((part) => {
    if (part.startsWith('</')) colours.pop()
    else if (part.startsWith('<')) colours.push(/[^-]color:([^;"]*)/.exec(part)?.[1] ?? colours.at(-1) ?? ink)
    else return visible(unescaped(part)).map((character) => `${character} ${colours.at(-1)}`)
    return []
  })
}

function visible(text: string): string[] {
  return [...text].filter((character) => character.trim() !== '')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
