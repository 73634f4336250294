/** Python programs for the articles. */
export const programs: ((a: number, b: number) => string)[] = [
  (a, b) =>
    `import numpy as np\n\ndef power_iteration(A, steps=${a * 50}, seed=${b}):\n    rng = np.random.default_rng(seed)\n    v = rng.normal(size=A.shape[0])\n    for _ in range(steps):\n        w = A @ v\n        v = w / np.linalg.norm(w)\n    return v @ A @ v, v\n\nn = ${a * 10}\nM = np.random.rand(n, n)\nA = (M + M.T) / 2\nlam, v = power_iteration(A)\nprint(f"largest eigenvalue: {lam:.6f}")`,
  (a, b) =>
    `def sieve(n):\n    """返回不超过 n 的全部素数"""\n    flags = bytearray([1]) * (n + 1)\n    flags[0:2] = b"\\x00\\x00"\n    p = 2\n    while p * p <= n:\n        if flags[p]:\n            flags[p * p :: p] = bytearray(len(range(p * p, n + 1, p)))\n        p += 1\n    return [i for i, ok in enumerate(flags) if ok]\n\nprimes = sieve(${a * 1000})\ngaps = [q - p for p, q in zip(primes, primes[1:])]\nprint(len(primes), max(gaps))\nprint(primes[-${b}:])`,
  (a, b) =>
    `import random\n\ndef walk(n):\n    x = y = 0\n    for _ in range(n):\n        dx, dy = random.choice([(1, 0), (-1, 0), (0, 1), (0, -1)])\n        x, y = x + dx, y + dy\n    return x * x + y * y\n\nrandom.seed(${b})\ntrials = ${a * 500}\nfor n in (10, 100, 1000):\n    mean = sum(walk(n) for _ in range(trials)) / trials\n    # 理论值恰好等于步数\n    print(n, round(mean, 3))`,
  (a, b) =>
    `def newton(f, df, x, tol=1e-${b + 5}, limit=${a * 10}):\n    for k in range(limit):\n        step = f(x) / df(x)\n        x -= step\n        if abs(step) < tol:\n            return x, k + 1\n    raise RuntimeError("不收敛")\n\nf = lambda x: x ** ${b + 1} - ${a}\ndf = lambda x: ${b + 1} * x ** ${b}\n\nroot, iters = newton(f, df, 1.0)\nprint("root =", root)\nprint("iterations =", iters)\nassert abs(f(root)) < 1e-6`,
  (a, b) =>
    `import torch\nfrom torch import nn\n\nclass Head(nn.Module):\n    def __init__(self, dim=${a * 32}, k=${b * 8}):\n        super().__init__()\n        self.q = nn.Linear(dim, k, bias=False)\n        self.k = nn.Linear(dim, k, bias=False)\n        self.v = nn.Linear(dim, k, bias=False)\n        self.scale = k ** -0.5\n\n    def forward(self, x):\n        att = self.q(x) @ self.k(x).transpose(-1, -2)\n        att = (att * self.scale).softmax(dim=-1)\n        return att @ self.v(x)`,
  (a, b) =>
    `from fractions import Fraction\nfrom math import comb\n\ndef bernoulli(n):\n    B = [Fraction(0)] * (n + 1)\n    B[0] = Fraction(1)\n    for m in range(1, n + 1):\n        s = sum(comb(m + 1, k) * B[k] for k in range(m))\n        B[m] = -s / (m + 1)\n    return B\n\nfor k, value in enumerate(bernoulli(${a + b})):\n    if value:\n        print(f"B_{k} = {value}")\n# 奇数项除 B_1 外全部为零`,
  (a, b) =>
    `import math\n\ndef simpson(f, lo, hi, n=${a * 2}):\n    if n % 2:\n        n += 1\n    h = (hi - lo) / n\n    total = f(lo) + f(hi)\n    for k in range(1, n):\n        total += f(lo + k * h) * (4 if k % 2 else 2)\n    return total * h / 3\n\nexact = math.erf(${b}) * math.sqrt(math.pi) / 2\nfor n in (4, 8, 16, 32):\n    approx = simpson(lambda x: math.exp(-x * x), 0, ${b}, n)\n    print(n, approx, abs(approx - exact))`,
  (a, b) =>
    `def egcd(a, b):\n    if b == 0:\n        return a, 1, 0\n    g, x, y = egcd(b, a % b)\n    return g, y, x - (a // b) * y\n\ndef crt(residues, moduli):\n    x, m = 0, 1\n    for r, n in zip(residues, moduli):\n        g, p, _ = egcd(m, n)\n        assert (r - x) % g == 0\n        x += m * ((r - x) // g * p % (n // g))\n        m = m // g * n\n    return x % m, m\n\nprint(crt([${b}, ${b + 1}, ${b + 2}], [${a + 10}, 13, 17]))`,
  (a, b) =>
    `import numpy as np\n\nrng = np.random.default_rng(${b})\nX = rng.normal(size=(${a * 100}, ${b + 3}))\ntrue = rng.normal(size=${b + 3})\ny = X @ true + 0.1 * rng.normal(size=len(X))\n\ntheta = np.zeros_like(true)\nlr, batch = 0.0${b}, 32\nfor epoch in range(${a}):\n    for idx in np.array_split(rng.permutation(len(X)), len(X) // batch):\n        grad = X[idx].T @ (X[idx] @ theta - y[idx]) / len(idx)\n        theta -= lr * grad\n    loss = np.mean((X @ theta - y) ** 2)\nprint(loss, np.linalg.norm(theta - true))`,
]
