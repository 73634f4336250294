// A figure of Observable Plot, with data from a file next to it. The server draws the first figure, so that it is visible without
// scripts; in the browser Plot is loaded with the component.
import * as Plot from '@observablehq/plot'
import { useId, useMemo, useState } from 'react'
import * as v from 'valibot'
import estimates from './estimates.json'
import { VirtualDocument } from './plot/virtual-document'

/** The props are checked when an article is compiled. */
export const schema = v.strictObject({
  label: v.optional(v.pipe(v.string(), v.nonEmpty('text'))),
  bins: v.optional(
    v.pipe(
      v.number(),
      v.integer('a whole number'),
      v.minValue(2, 'at least 2'),
      v.maxValue(60, 'at most 60'),
    ),
  ),
})

/**
 * A histogram of the numbers in `estimates.json`, with a slider for the number of bins.
 *
 * @param label label of the horizontal axis
 * @param bins number of bins at first
 */
export function Histogram({
  label = 'x',
  bins = 20,
  children,
}: v.InferOutput<typeof schema> & { children?: React.ReactNode }) {
  const [count, setCount] = useState(bins)
  const id = useId()
  const figure = useMemo(() => draw(label, count), [label, count])
  return (
    <figure className="interactive">
      <div dangerouslySetInnerHTML={{ __html: figure }} />
      <p className="flex items-center gap-2 font-ui text-small">
        <label htmlFor={id}>{count}</label>
        <input
          id={id}
          type="range"
          min={2}
          max={60}
          value={count}
          onChange={(event) => setCount(event.target.valueAsNumber)}
          className="flex-1 accent-seal"
        />
      </p>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  )
}

/** Draw the histogram as SVG. Plot needs a document, which the server does not have: both draw into a virtual one. */
function draw(label: string, bins: number): string {
  const document = new VirtualDocument()
  const element = Plot.plot({
    document: document as unknown as Document,
    width: 640,
    height: 240,
    // Otherwise Plot chooses a random class name, which differs between server and browser.
    className: 'plot',
    x: { label },
    y: { grid: true, label: null },
    marks: [
      Plot.rectY(estimates, {
        ...Plot.binX({ y: 'count' }, { x: (value: number) => value, thresholds: bins }),
        fill: 'var(--color-seal)',
      }),
      Plot.ruleY([0]),
    ],
  })
  return String(element)
}
