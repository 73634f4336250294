'use client'

import { useId, useState } from 'react'

const steps = 60
const width = 640
const height = 240

/**
 * The orbit of the logistic map $x_{n+1} = r x_n (1 - x_n)$ with a slider for r.
 * The server draws the first picture, so that it is visible without scripts.
 *
 * @param r growth rate, 0 to 4
 * @param x0 start, 0 to 1
 */
export function LogisticMap({ r = 3.2, x0 = 0.2 }: { r?: number; x0?: number }) {
  const [rate, setRate] = useState(r)
  const id = useId()
  const points = orbit(rate, x0).map((x, n) => [(n / steps) * width, height * (1 - x)] as const)
  const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  return (
    <figure className="interactive">
      <svg viewBox={`-4 -4 ${width + 8} ${height + 8}`} role="img" aria-label={`r = ${rate.toFixed(2)}`}>
        <title>{`r = ${rate.toFixed(2)}`}</title>
        <line x1={0} y1={height} x2={width} y2={height} className="stroke-rule" />
        <polyline points={path} fill="none" className="stroke-quiet" strokeWidth={1} />
        {points.map(([x, y]) => (
          <circle key={x} cx={x} cy={y.toFixed(1)} r={2.5} className="fill-seal" />
        ))}
      </svg>
      <p className="flex items-center gap-2 font-ui text-small">
        <label htmlFor={id}>r = {rate.toFixed(2)}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={4}
          step={0.01}
          value={rate}
          onChange={(event) => setRate(event.target.valueAsNumber)}
          className="flex-1 accent-seal"
        />
      </p>
    </figure>
  )
}

function orbit(r: number, x0: number): number[] {
  const values = [x0]
  for (let n = 0; n < steps; n++) {
    const x = values[n] ?? 0
    values.push(r * x * (1 - x))
  }
  return values
}
