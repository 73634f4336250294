// The compiler computes the colours of a theme and publishes them: the server needs no library for colours.

import Color from 'colorjs.io'
import { type Colour, codeColours, colours, type Palette } from '../colours'
import { translate } from '../messages/translate.mjs'

/** The colours that an author chooses for light or dark, as `#rrggbb`. */
export interface ChosenColours {
  accent?: string | undefined
  paper?: string | undefined
  ink?: string | undefined
}

/** The colours of a theme as an author writes them. */
export interface ChosenPalette {
  light?: ChosenColours | undefined
  dark?: ChosenColours | undefined
}

/** The two halves of a palette. */
export const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

/** Contrast of text that WCAG 2 requires at level AA (1.4.3), and of controls (1.4.11). */
export const textContrast = 4.5
const controlContrast = 3

/** How much ink is in the colours between paper and ink, as in `colours`. */
const shares = { quiet: 0.76, rule: 0.11, bar: 0.18, wash: 0.03 }
/** How much a share changes until the contrast is sufficient. */
const step = 0.02

/** A text colour that is not legible on the paper of its scheme. */
export interface FaintColour {
  scheme: Scheme
  /** The chosen colour to change. */
  setting: keyof ChosenColours
  /** What was expected. */
  expected: string
}

/** All colours of a theme; undefined if it chooses none. */
export function derivePalette(chosen: ChosenPalette): Palette | undefined {
  const isChosen = schemes.some((scheme) => Object.values(chosen[scheme] ?? {}).some(Boolean))
  if (!isChosen) return undefined
  const [light, dark] = [deriveScheme(chosen, 'light'), deriveScheme(chosen, 'dark')]
  const names = Object.keys(colours) as Colour[]
  return Object.fromEntries(names.map((name) => [name, [light[name], dark[name]]])) as unknown as Palette
}

/**
 * Text colours with less contrast than WCAG AA requires. Colours that the author did not choose, which include those of code,
 * limit the paper.
 */
export function findFaintColours(chosen: ChosenPalette): FaintColour[] {
  return schemes.flatMap((scheme) => {
    const own = chosen[scheme] ?? {}
    const { paper, ink, seal } = baseOf(chosen, scheme)
    const texts: { name: string; setting: FaintColour['setting']; colour: string }[] = [
      { name: translate`the ink ${ink}`, setting: own.ink ? 'ink' : 'paper', colour: ink },
      { name: translate`the accent ${seal}`, setting: own.accent ? 'accent' : 'paper', colour: seal },
      ...codeColoursOf(scheme).map((colour) => ({
        name: translate`the colour ${colour} of code`,
        setting: 'paper' as const,
        colour,
      })),
    ]
    const faint = texts
      .map((text) => ({ ...text, value: contrast(text.colour, paper) }))
      .filter(({ value }) => value < textContrast)
      .sort((one, other) => one.value - other.value)
    // One problem for each setting: that of the faintest text.
    const worst = (['paper', 'ink', 'accent'] as const).flatMap(
      (setting) => faint.find((text) => text.setting === setting) ?? [],
    )
    return worst.map(({ name, setting, value }) => ({
      scheme,
      setting,
      expected:
        setting === 'paper'
          ? translate`a paper on which ${name} is legible, with a contrast of at least ${textContrast}:1 (WCAG AA); it is ${hundredths(value)}:1`
          : translate`a colour that is legible on ${paper}, with a contrast of at least ${textContrast}:1 (WCAG AA); it is ${hundredths(value)}:1`,
    }))
  })
}

/** The colours that an author can choose, with the default of those that are not chosen. */
function baseOf(chosen: ChosenPalette, scheme: Scheme): Record<'paper' | 'ink' | 'seal', string> {
  const index = schemes.indexOf(scheme)
  const own = chosen[scheme] ?? {}
  return {
    paper: own.paper ?? (colours.paper[index] as string),
    ink: own.ink ?? (colours.ink[index] as string),
    seal: own.accent ?? (colours.seal[index] as string),
  }
}

function deriveScheme(chosen: ChosenPalette, scheme: Scheme): Record<Colour, string> {
  const index = schemes.indexOf(scheme)
  const base = baseOf(chosen, scheme)
  const { paper, ink, seal } = base
  if (!chosen[scheme]?.paper && !chosen[scheme]?.ink) {
    const own = Object.fromEntries(Object.entries(colours).map(([name, pair]) => [name, pair[index]]))
    return { ...(own as Record<Colour, string>), seal }
  }
  const mix = (share: number) => mixColours(paper, ink, share)
  const quiet = mix(firstShare(shares.quiet, 1, (share) => contrast(mix(share), paper) >= textContrast))
  const texts = [ink, quiet, seal, ...codeColoursOf(scheme)]
  const isLegible = (share: number) => texts.every((text) => contrast(text, mix(share)) >= textContrast)
  const wash = mix(firstShare(shares.wash, 0, isLegible))
  const bar = mix(firstShare(shares.bar, 0, (share) => contrast(quiet, mix(share)) >= controlContrast))
  return { ...base, quiet, rule: mix(shares.rule), bar, wash }
}

function codeColoursOf(scheme: Scheme): string[] {
  return Object.values(codeColours).map((pair) => pair[schemes.indexOf(scheme)] as string)
}

/** The share nearest to `from`, on the way to `to`, that is sufficient; `to` if none is. */
function firstShare(from: number, to: number, isSufficient: (share: number) => boolean): number {
  const count = Math.floor(Math.abs(to - from) / step)
  for (let i = 0; i <= count; i++) {
    const share = from + Math.sign(to - from) * i * step
    if (isSufficient(share)) return share
  }
  return to
}

function mixColours(one: string, other: string, share: number): string {
  return Color.mix(one, other, share, { space: 'srgb', outputSpace: 'srgb' }).toString({
    format: 'hex',
    collapse: false,
  })
}

/** Contrast ratio of WCAG 2, from 1 to 21. */
function contrast(one: string, other: string): number {
  return new Color(one).contrastWCAG21(other)
}

/** Rounded down: a contrast below the limit is not printed as the limit. */
function hundredths(value: number): number {
  return Math.floor(value * 100) / 100
}
