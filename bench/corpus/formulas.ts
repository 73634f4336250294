import type { Random } from './random'

/** The variable names of one formula. */
type Symbols = ReturnType<typeof drawSymbols>
type Formula = (s: Symbols) => string

const variables = ['x', 'y', 'z', 'u', 'v', 'w', 's', 't']
const indices = ['i', 'j', 'k', 'm', 'n', 'p', 'q', 'r']
const greek = [
  '\\alpha',
  '\\beta',
  '\\gamma',
  '\\delta',
  '\\varepsilon',
  '\\lambda',
  '\\mu',
  '\\theta',
  '\\sigma',
  '\\eta',
  '\\xi',
  '\\rho',
]
const functions = ['f', 'g', 'h', '\\varphi', '\\psi', 'F', 'H', '\\Phi']
const matrices = ['A', 'B', 'C', 'M', 'P', 'Q', 'U', 'W', 'X']
const spaces = [
  '\\mathbb{R}^n',
  '\\mathbb{R}^d',
  '\\mathbb{C}',
  '\\mathbb{Z}',
  '\\mathcal{H}',
  '\\Omega',
  'L^2(\\Omega)',
  '\\mathbb{F}_p',
  'S^{n-1}',
]

const vec = (name: string | undefined) => `\\boldsymbol{${name}}`

/** Choose names for one formula. The order of random numbers determines every article. */
export function drawSymbols({ shuffle, pick, int }: Random) {
  const [x, y, z] = shuffle(variables)
  const [i, j, k] = shuffle(indices)
  const [a, b, c] = shuffle(greek)
  const [f, g] = shuffle(functions)
  const [A, B] = shuffle(matrices)
  const n = pick(['n', 'N', 'm', 'T'])
  return {
    x,
    y,
    z,
    i,
    j,
    k,
    n,
    a,
    b,
    c,
    f,
    g,
    A,
    B,
    E: pick(spaces),
    d: int(2, 9),
    e: int(2, 7),
    q: int(1, 12),
  }
}

export const inlineFormulas: Formula[] = [
  (s) => String.raw`${s.f}: ${s.E} \to \mathbb{R}`,
  (s) => String.raw`${s.x} \in ${s.E}`,
  (s) => `${s.a} > 0`,
  (s) => String.raw`\lVert ${vec(s.x)} \rVert_2 \le 1`,
  (s) => `${s.f}(${s.x}) = ${s.x}^{${s.d}} + ${s.a} ${s.x} + ${s.q}`,
  (s) => String.raw`${s.A}^{\top} ${s.A} = I_{${s.d}}`,
  (s) => String.raw`\det(${s.A} - ${s.a} I) = 0`,
  (s) => String.raw`\sum_{${s.i}=1}^{${s.n}} ${s.a}_{${s.i}} = 1`,
  (s) => String.raw`\int_0^{${s.q}} ${s.f}(${s.x})\,\mathrm{d}${s.x} < \infty`,
  (s) => String.raw`${s.i} \equiv ${s.e} \pmod{${s.d * 2 + 1}}`,
  (s) => String.raw`\gcd(${s.i}, ${s.j}) = 1`,
  (s) => String.raw`\mathbb{E}[${s.A}] = ${s.a}`,
  (s) => String.raw`\operatorname{Var}(${s.A}) \le ${s.b}^2`,
  (s) => String.raw`\Pr(${s.A} \ge ${s.a}) \le e^{-${s.a}^2/${s.d}}`,
  (s) => String.raw`${s.n} \to \infty`,
  (s) => String.raw`O\!\left(${s.x}^{-${s.d}} \log ${s.x}\right)`,
  (s) => String.raw`\nabla ${s.f}(${vec(s.x)}^{*}) = \boldsymbol{0}`,
  (s) => String.raw`\frac{\partial ${s.f}}{\partial ${s.x}_{${s.i}}}`,
  (s) => String.raw`\langle ${vec(s.x)}, ${vec(s.y)} \rangle`,
  (s) => `${s.a}_{${s.i}${s.j}} = ${s.a}_{${s.j}${s.i}}`,
  (s) => String.raw`\lim_{${s.x} \to 0} \frac{\sin ${s.d}${s.x}}{${s.x}} = ${s.d}`,
  (s) => String.raw`\sqrt{${s.a}^2 + ${s.b}^2}`,
  (s) => String.raw`\binom{${s.n}}{${s.k}} \le 2^{${s.n}}`,
  (s) => String.raw`${s.x}_{${s.k}+1} = ${s.x}_{${s.k}} - ${s.a} \nabla ${s.f}(${s.x}_{${s.k}})`,
  (s) => String.raw`\operatorname{rank}(${s.A}${s.B}) \le \min(${s.i}, ${s.j})`,
  (s) => String.raw`\operatorname{tr}(${s.A}${s.B}) = \operatorname{tr}(${s.B}${s.A})`,
  (s) => String.raw`\kappa(${s.A}) = \sigma_{\max} / \sigma_{\min}`,
  () => String.raw`e^{i\theta} = \cos\theta + i \sin\theta`,
  (s) => String.raw`\hat{${s.f}}(\xi)`,
  (s) => `${s.f} * ${s.g}`,
  (s) => String.raw`\mathcal{L}(${s.a}, ${s.b})`,
  (s) => String.raw`\overline{${s.A}} \cap \partial ${s.B} = \varnothing`,
  (s) => String.raw`\chi(${s.A}) = 2 - 2g`,
  (s) => String.raw`\pi_1(${s.A}, ${s.x}_0) \cong \mathbb{Z}`,
  (s) => String.raw`\left\lfloor \frac{${s.n}}{${s.d}} \right\rfloor`,
  (s) => String.raw`\phi(${s.d * s.e}) \mid ${s.n}`,
  (s) => String.raw`\left(\frac{${s.d}}{p}\right) = (-1)^{(p-1)/2}`,
  (s) => String.raw`\mu(${s.n}) \ne 0`,
  (s) => String.raw`\zeta(${s.d}) = \prod_p (1 - p^{-${s.d}})^{-1}`,
  (s) => String.raw`\ddot{${s.x}} + ${s.a} \dot{${s.x}} + ${s.b} ${s.x} = 0`,
  (s) => String.raw`u_t = ${s.a}\, \Delta u`,
  (s) => String.raw`${s.f} \in C^{${s.d}}([0, ${s.q}])`,
  (s) => String.raw`\lvert ${s.f}(${s.x}) - ${s.f}(${s.y}) \rvert \le L \lvert ${s.x} - ${s.y} \rvert`,
  () => String.raw`\mathrm{KL}(p \parallel q) \ge 0`,
  (s) => String.raw`H(${s.A}) = -\sum_{${s.i}} p_{${s.i}} \log p_{${s.i}}`,
  (s) => String.raw`\operatorname{softmax}(${vec(s.z)})_{${s.i}}`,
  () => String.raw`Q K^{\top} / \sqrt{d_k}`,
  (s) => String.raw`\boldsymbol{W} \in \mathbb{R}^{${s.d * 8} \times ${s.e * 8}}`,
  (s) => String.raw`${s.f}^{(${s.d})}(0) = ${s.d}!\, a_{${s.d}}`,
  (s) => String.raw`\arg\min_{${s.x}} ${s.f}(${s.x})`,
  (s) => String.raw`\forall\, ${s.a} > 0,\ \exists\, ${s.n}_0`,
  (s) => String.raw`${s.A} \succeq ${s.a} I`,
  (s) => String.raw`\sup_{${s.x} \in ${s.E}} \lvert ${s.g}(${s.x}) \rvert`,
  (s) => String.raw`\dim \ker ${s.A} + \dim \operatorname{im} ${s.A} = ${s.n}`,
  (s) => String.raw`\tfrac{1}{${s.d}} \oint_{\gamma} ${s.f}(z)\,\mathrm{d}z`,
  (s) => String.raw`[${s.x}^{${s.n}}]\, ${s.f}(${s.x})`,
]
export const displayFormulas: Formula[] = [
  (s) => String.raw`\begin{aligned}
${s.f}(${s.x} + ${s.y}) &= ${s.f}(${s.x}) + ${s.f}'(${s.x})\, ${s.y} + \frac{${s.f}''(${s.x})}{2}\, ${s.y}^2 + O(${s.y}^3) \\
&= \sum_{${s.k}=0}^{2} \frac{${s.f}^{(${s.k})}(${s.x})}{${s.k}!}\, ${s.y}^{${s.k}} + O(${s.y}^3)
\end{aligned}`,
  (s) => String.raw`\begin{pmatrix}
${s.a} & ${s.q} & 0 \\
${s.d} & ${s.b} & ${s.e} \\
0 & ${s.q + 1} & ${s.c}
\end{pmatrix}
\begin{pmatrix} ${s.x}_1 \\ ${s.x}_2 \\ ${s.x}_3 \end{pmatrix}
=
\begin{pmatrix} ${s.y}_1 \\ ${s.y}_2 \\ ${s.y}_3 \end{pmatrix}`,
  (s) => String.raw`${s.f}(${s.x}) = \begin{cases}
${s.x}^{${s.d}} \sin\dfrac{1}{${s.x}}, & ${s.x} \ne 0, \\
0, & ${s.x} = 0.
\end{cases}`,
  (s) =>
    String.raw`\int_{-\infty}^{\infty} e^{-${s.d} ${s.x}^2 + ${s.a} ${s.x}}\,\mathrm{d}${s.x} = \sqrt{\frac{\pi}{${s.d}}}\; \exp\left(\frac{${s.a}^2}{${s.d * 4}}\right)`,
  (s) =>
    String.raw`\left( \sum_{${s.i}=1}^{${s.n}} ${s.a}_{${s.i}} ${s.b}_{${s.i}} \right)^{2} \le \left( \sum_{${s.i}=1}^{${s.n}} ${s.a}_{${s.i}}^2 \right) \left( \sum_{${s.i}=1}^{${s.n}} ${s.b}_{${s.i}}^2 \right)`,
  (s) => String.raw`\begin{aligned}
\lVert ${s.x}_{${s.k}+1} - ${s.x}^{*} \rVert^2 &= \lVert ${s.x}_{${s.k}} - \eta g_{${s.k}} - ${s.x}^{*} \rVert^2 \\
&= \lVert ${s.x}_{${s.k}} - ${s.x}^{*} \rVert^2 - 2\eta \langle g_{${s.k}}, ${s.x}_{${s.k}} - ${s.x}^{*} \rangle + \eta^2 \lVert g_{${s.k}} \rVert^2 \\
&\le \lVert ${s.x}_{${s.k}} - ${s.x}^{*} \rVert^2 - 2\eta \bigl( ${s.f}(${s.x}_{${s.k}}) - ${s.f}(${s.x}^{*}) \bigr) + \eta^2 G^2
\end{aligned}`,
  (s) =>
    String.raw`${s.A} = U \Sigma V^{\top} = \sum_{${s.i}=1}^{r} \sigma_{${s.i}}\, \boldsymbol{u}_{${s.i}} \boldsymbol{v}_{${s.i}}^{\top}, \qquad \sigma_1 \ge \sigma_2 \ge \cdots \ge \sigma_r > 0`,
  (s) =>
    String.raw`\mathcal{L}(\theta) = \mathbb{E}_{q(${s.z})}\left[ \log p_\theta(x \mid ${s.z}) \right] - \mathrm{KL}\bigl( q(${s.z}) \,\big\|\, p(${s.z}) \bigr)`,
  (s) =>
    String.raw`\prod_{p \le ${s.x}} \left( 1 - \frac{1}{p} \right)^{-1} = e^{\gamma} \log ${s.x} + O(1), \qquad \sum_{p \le ${s.x}} \frac{\log p}{p} = \log ${s.x} + O(1)`,
  (s) => String.raw`\begin{vmatrix}
1 & ${s.x}_1 & ${s.x}_1^2 & \cdots & ${s.x}_1^{${s.d}} \\
1 & ${s.x}_2 & ${s.x}_2^2 & \cdots & ${s.x}_2^{${s.d}} \\
\vdots & \vdots & \vdots & \ddots & \vdots \\
1 & ${s.x}_{${s.d + 1}} & ${s.x}_{${s.d + 1}}^2 & \cdots & ${s.x}_{${s.d + 1}}^{${s.d}}
\end{vmatrix}
= \prod_{1 \le i < j \le ${s.d + 1}} (${s.x}_j - ${s.x}_i)`,
  (s) =>
    String.raw`\hat{${s.f}}(\xi) = \int_{\mathbb{R}^{${s.d}}} ${s.f}(\boldsymbol{x})\, e^{-2\pi i \langle \boldsymbol{x}, \xi \rangle}\,\mathrm{d}\boldsymbol{x}`,
  (s) => String.raw`\begin{cases}
\dot{${s.x}} = ${s.a} ${s.x} - ${s.b} ${s.x} ${s.y}, \\
\dot{${s.y}} = ${s.c} ${s.x} ${s.y} - ${s.d}\, ${s.y},
\end{cases}
\qquad (${s.x}(0), ${s.y}(0)) = (${s.q}, ${s.e})`,
  (s) =>
    String.raw`\Pr\left( \left| \frac{1}{${s.n}} \sum_{${s.i}=1}^{${s.n}} X_{${s.i}} - \mu \right| \ge ${s.a} \right) \le 2 \exp\left( - \frac{2 ${s.n} ${s.a}^2}{(b - a)^2} \right)`,
  (s) =>
    String.raw`\operatorname{Attention}(Q, K, V) = \operatorname{softmax}\left( \frac{Q K^{\top}}{\sqrt{d_k}} + ${s.A} \right) V`,
  (s) => String.raw`\begin{aligned}
\frac{\mathrm{d}}{\mathrm{d}t} \int_{\Omega} ${s.f}^2\,\mathrm{d}x &= 2 \int_{\Omega} ${s.f}\, \partial_t ${s.f}\,\mathrm{d}x = 2 ${s.a} \int_{\Omega} ${s.f}\, \Delta ${s.f}\,\mathrm{d}x \\
&= -2 ${s.a} \int_{\Omega} \lvert \nabla ${s.f} \rvert^2\,\mathrm{d}x \le 0
\end{aligned}`,
  (s) =>
    String.raw`\sum_{${s.n}=0}^{\infty} F_{${s.n}}\, ${s.x}^{${s.n}} = \frac{${s.x}}{1 - ${s.x} - ${s.x}^2} = \frac{1}{\sqrt{5}} \left( \frac{1}{1 - \varphi ${s.x}} - \frac{1}{1 - \bar{\varphi} ${s.x}} \right)`,
  (s) => String.raw`\begin{bmatrix} ${s.A} & ${s.B} \\ ${s.B}^{\top} & D \end{bmatrix}^{-1}
= \begin{bmatrix} S^{-1} & -S^{-1} ${s.B} D^{-1} \\ -D^{-1} ${s.B}^{\top} S^{-1} & D^{-1} + D^{-1} ${s.B}^{\top} S^{-1} ${s.B} D^{-1} \end{bmatrix}, \quad S = ${s.A} - ${s.B} D^{-1} ${s.B}^{\top}`,
  (s) =>
    String.raw`\min_{${s.x} \in ${s.E}} \max_{\lambda \ge 0}\; ${s.f}(${s.x}) + \sum_{${s.i}=1}^{${s.d}} \lambda_{${s.i}}\, ${s.g}_{${s.i}}(${s.x})`,
  (s) =>
    String.raw`\frac{1}{2\pi i} \oint_{\lvert z \rvert = ${s.d}} \frac{${s.f}(z)}{(z - ${s.a})^{${s.e}}}\,\mathrm{d}z = \frac{${s.f}^{(${s.e - 1})}(${s.a})}{${s.e - 1}!}`,
  () =>
    String.raw`\iint_{\Sigma} K\,\mathrm{d}A + \int_{\partial \Sigma} \kappa_g\,\mathrm{d}s = 2\pi\, \chi(\Sigma)`,
  (s) => String.raw`\begin{aligned}
\log \sum_{${s.i}=1}^{${s.n}} e^{${s.x}_{${s.i}}} &= m + \log \sum_{${s.i}=1}^{${s.n}} e^{${s.x}_{${s.i}} - m}, \qquad m = \max_{${s.i}} ${s.x}_{${s.i}} \\
&\le m + \log ${s.n}
\end{aligned}`,
  (s) =>
    String.raw`a_0 + \cfrac{1}{a_1 + \cfrac{1}{a_2 + \cfrac{1}{a_3 + \cdots}}} = \sqrt{${s.d * s.d + 1}}, \qquad a_0 = ${s.d},\ a_{k} = ${2 * s.d}`,
  (s) =>
    String.raw`\sum_{d \mid n} \mu(d) = \begin{cases} 1, & n = 1, \\ 0, & n > 1, \end{cases} \qquad ${s.g}(n) = \sum_{d \mid n} ${s.f}(d) \iff ${s.f}(n) = \sum_{d \mid n} \mu(d)\, ${s.g}\left( \frac{n}{d} \right)`,
  (s) =>
    String.raw`\lim_{${s.n} \to \infty} \left( 1 + \frac{${s.a}}{${s.n}} + \frac{${s.b}}{${s.n}^2} \right)^{${s.n}} = e^{${s.a}}`,
  (s) => String.raw`R(\theta_{${s.i}}) = \begin{pmatrix}
\cos m\theta_{${s.i}} & -\sin m\theta_{${s.i}} \\
\sin m\theta_{${s.i}} & \cos m\theta_{${s.i}}
\end{pmatrix}, \qquad \theta_{${s.i}} = 10000^{-2${s.i}/${s.d * 16}}`,
  (s) => String.raw`\begin{aligned}
\operatorname{Var}(${s.x}) &= \mathbb{E}\bigl[ \operatorname{Var}(${s.x} \mid \mathcal{F}) \bigr] + \operatorname{Var}\bigl( \mathbb{E}[${s.x} \mid \mathcal{F}] \bigr) \\
&\ge \operatorname{Var}\bigl( \mathbb{E}[${s.x} \mid \mathcal{F}] \bigr)
\end{aligned}`,
  (s) =>
    String.raw`\underbrace{\sum_{${s.i}=1}^{${s.n}} \lvert ${s.a}_{${s.i}} \rvert^{${s.d}}}_{\text{主项}} + \underbrace{\int_0^{1} \lvert ${s.g}(${s.x}) \rvert\,\mathrm{d}${s.x}}_{\text{误差项}} \le C_{${s.d}}\, \lVert ${s.f} \rVert_{${s.d}}^{${s.d}}`,
  (s) => String.raw`T_{${s.n}}(${s.x}) = \begin{cases}
\cos(${s.n} \arccos ${s.x}), & \text{若 } \lvert ${s.x} \rvert \le 1, \\
\cosh(${s.n} \operatorname{arcosh} ${s.x}), & \text{若 } ${s.x} \ge 1, \\
(-1)^{${s.n}} \cosh(${s.n} \operatorname{arcosh}(-${s.x})), & \text{若 } ${s.x} \le -1.
\end{cases}`,
  (s) =>
    String.raw`\mathrm{d}X_t = ${s.f}(X_t, t)\,\mathrm{d}t + ${s.g}(t)\,\mathrm{d}W_t, \qquad \frac{\partial p}{\partial t} = -\nabla \cdot (${s.f}\, p) + \frac{${s.g}(t)^2}{2}\, \Delta p`,
  (s) => String.raw`\begin{gathered}
\zeta(${2 * s.d}) = \frac{(-1)^{${s.d + 1}} B_{${2 * s.d}}\, (2\pi)^{${2 * s.d}}}{2\, (${2 * s.d})!}, \\
B_0 = 1, \quad \sum_{k=0}^{${s.n}} \binom{${s.n} + 1}{k} B_k = 0
\end{gathered}`,
  (s) =>
    String.raw`\left| \int_a^b ${s.f}(${s.x})\,\mathrm{d}${s.x} - \frac{h}{3} \sum_{k=0}^{${2 * s.d}} w_k\, ${s.f}(${s.x}_k) \right| \le \frac{(b - a)\, h^4}{180} \max_{[a, b]} \left| ${s.f}^{(4)} \right|`,
  (s) => String.raw`\begin{array}{c|cc}
 & ${s.x}_1 & ${s.x}_2 \\ \hline
${s.y}_1 & ${s.a}^2 & ${s.a}${s.b} \\
${s.y}_2 & ${s.b}${s.a} & ${s.b}^2
\end{array}
\qquad \Longrightarrow \qquad \det = 0`,
]
