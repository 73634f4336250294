import * as v from 'valibot'
import type { Palette } from '../colours'
import { translate } from '../messages/translate.mjs'
import { isFontName, readFontStack } from './font-stack'
import { derivePalette, findFaintColours } from './palette'

/** Widths of the column in rem. In a wider one, footnotes would have no room next to it. */
const widths = { min: 28, max: 44 }

const colour = v.pipe(
  v.string(),
  v.regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, translate`a colour as #rrggbb`),
  v.transform((value) => {
    const digits = value.slice(1).toLowerCase()
    return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
  }),
)
const scheme = v.strictObject({
  accent: v.optional(colour),
  paper: v.optional(colour),
  ink: v.optional(colour),
})
const fontStack = v.pipe(
  v.string(),
  v.check(
    (value) => readFontStack(value) !== undefined,
    translate`names of fonts, separated by commas, such as "EB Garamond", Georgia`,
  ),
)
const isWeight = (value: number) => value >= 1 && value <= 1000

function isWeightRange(value: string): boolean {
  const [, from, to] = /^(\d{1,4}) (\d{1,4})$/.exec(value) ?? []
  return isWeight(Number(from)) && isWeight(Number(to)) && Number(from) < Number(to)
}

const fontFile = v.strictObject({
  family: v.pipe(v.string(), v.check(isFontName, translate`the name of a font family`)),
  file: v.pipe(
    v.string(),
    v.check(
      (value) => /^\/.+\.(woff2?|ttf|otf)$/.test(value) && !/["\\?#\n]|\/\//.test(value),
      translate`the path of a file below site/public that starts with / and ends with .woff2, .woff, .ttf or .otf`,
    ),
  ),
  weight: v.optional(
    v.pipe(
      v.union([v.number(), v.string()]),
      v.check(
        (value) => (typeof value === 'number' ? isWeight(value) : isWeightRange(value)),
        translate`a number from 1 to 1000, or for a variable font a range such as "200 900"`,
      ),
    ),
    400,
  ),
  style: v.optional(v.picklist(['normal', 'italic']), 'normal'),
})

/** The theme of a site as an author writes it. */
export const themeSchema = v.pipe(
  v.strictObject({
    light: v.optional(scheme),
    dark: v.optional(scheme),
    fonts: v.optional(v.strictObject({ latin: v.optional(fontStack), han: v.optional(fontStack) })),
    fontFiles: v.optional(v.array(fontFile), []),
    columnWidth: v.optional(
      v.pipe(
        v.number(),
        v.check(
          (value) => value >= widths.min && value <= widths.max,
          translate`a number of rem from ${widths.min} to ${widths.max}`,
        ),
      ),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const { scheme, setting, expected } of findFaintColours(dataset.value)) {
      const colours = dataset.value[scheme] ?? {}
      addIssue({
        input: colours[setting],
        message: expected,
        path: [
          { type: 'object', origin: 'value', input: dataset.value, key: scheme, value: colours },
          { type: 'object', origin: 'value', input: colours, key: setting, value: colours[setting] },
        ],
      })
    }
  }),
)

/** A font file of the site. */
export type FontFile = v.InferOutput<typeof fontFile>

/** What a site changes of the design. It is published with the settings. */
export interface Theme {
  /** All colours; undefined if they are the default. */
  palette?: Palette
  /** Names of fonts for Latin letters and for Han characters, before the default ones. */
  latin?: string[]
  han?: string[]
  fontFiles: FontFile[]
  /** In rem. */
  columnWidth?: number
}

/** Compute a theme; undefined if it changes nothing. */
export function completeTheme(chosen: v.InferOutput<typeof themeSchema>): Theme | undefined {
  const { fonts, fontFiles, columnWidth } = chosen
  const palette = derivePalette(chosen)
  const latin = fonts?.latin === undefined ? undefined : readFontStack(fonts.latin)
  const han = fonts?.han === undefined ? undefined : readFontStack(fonts.han)
  if (!palette && !latin && !han && fontFiles.length === 0 && columnWidth === undefined) return undefined
  return {
    ...(palette && { palette }),
    ...(latin && { latin }),
    ...(han && { han }),
    fontFiles,
    ...(columnWidth !== undefined && { columnWidth }),
  }
}
