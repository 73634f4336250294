// A construction of JSXGraph. JSXGraph needs a browser: the server draws the same construction as a plain SVG, which the
// interactive one replaces when its code has loaded.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'

const point = v.tuple([v.number(), v.number()], 'a point, such as [0, 1]')

/** The props are checked when an article is compiled. */
export const schema = v.strictObject({
  a: v.optional(point),
  b: v.optional(point),
  c: v.optional(point),
})

type Point = [x: number, y: number]

/** Half the side of the square that is visible; its centre is the origin. */
const size = 5

/** A triangle whose corners can be dragged, with its circumcircle and the perpendicular bisectors of its sides. */
export function Circumcircle({
  a = [-3, -2],
  b = [3, -2],
  c = [-1, 3],
  children,
}: v.InferOutput<typeof schema> & { children?: ReactNode }) {
  const board = useRef<HTMLDivElement>(null)
  const [isLoaded, setIsLoaded] = useState(false)
  const corners = JSON.stringify([a, b, c])
  useEffect(() => {
    const element = board.current
    if (!element) return
    let isGone = false
    let remove = () => {}
    void import('jsxgraph').then(({ default: JXG }) => {
      if (isGone) return
      remove = construct(JXG, element, JSON.parse(corners) as [Point, Point, Point])
      setIsLoaded(true)
    })
    return () => {
      isGone = true
      remove()
    }
  }, [corners])
  return (
    <figure className="interactive">
      <div style={{ position: 'relative', aspectRatio: 1, maxWidth: '24rem', marginInline: 'auto' }}>
        {!isLoaded && <FirstFrame corners={[a, b, c]} />}
        <div ref={board} style={{ position: 'absolute', inset: 0, touchAction: 'none' }} />
      </div>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  )
}

type Graph = typeof import('jsxgraph')

/** @returns a function that removes the construction */
function construct(JXG: Graph, element: HTMLDivElement, corners: [Point, Point, Point]): () => void {
  const board = JXG.JSXGraph.initBoard(element, {
    boundingbox: [-size, size, size, -size],
    keepaspectratio: true,
    showCopyright: false,
    showNavigation: false,
    pan: { enabled: false },
    zoom: { wheel: false },
  })
  const seal = 'var(--color-seal)'
  const ink = 'var(--color-ink)'
  const quiet = 'var(--color-quiet)'
  const [a, b, c] = corners.map((corner, index) =>
    board.create('point', corner, {
      name: 'ABC'[index] ?? '',
      fillColor: seal,
      strokeColor: seal,
      label: { cssStyle: `color: ${ink}` },
    }),
  )
  const centre = board.create('circumcenter', [a, b, c], { name: 'O', fillColor: quiet, strokeColor: quiet })
  board.create('circle', [centre, a], { strokeColor: seal })
  for (const ends of [
    [a, b],
    [b, c],
    [c, a],
  ]) {
    const side = board.create('segment', ends, { strokeColor: ink })
    const middle = board.create('midpoint', ends, { visible: false })
    board.create('perpendicular', [side, middle], { strokeColor: quiet, strokeWidth: 1, dash: 2 })
  }
  return () => JXG.JSXGraph.freeBoard(board)
}

/** The construction before it can be moved. */
function FirstFrame({ corners: [a, b, c] }: { corners: [Point, Point, Point] }) {
  const { centre, radius } = circumcircle(a, b, c)
  return (
    <svg
      viewBox={`${-size} ${-size} ${2 * size} ${2 * size}`}
      role="img"
      aria-label="△ABC"
      style={{ width: '100%', height: '100%' }}
      fill="none"
      strokeWidth={0.04}
    >
      <polygon points={[a, b, c].map(([x, y]) => `${x},${-y}`).join(' ')} className="stroke-ink" />
      {centre && <circle cx={centre[0]} cy={-centre[1]} r={radius} className="stroke-seal" />}
      {[a, b, c].map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={-y} r={0.12} className="fill-seal" />
      ))}
    </svg>
  )
}

/** The centre is undefined if the points are on a line. */
function circumcircle([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): { centre?: Point; radius: number } {
  const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
  if (d === 0) return { radius: 0 }
  const [a2, b2, c2] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy]
  const x = (a2 * (by - cy) + b2 * (cy - ay) + c2 * (ay - by)) / d
  const y = (a2 * (cx - bx) + b2 * (ax - cx) + c2 * (bx - ax)) / d
  return { centre: [x, y], radius: Math.hypot(ax - x, ay - y) }
}
