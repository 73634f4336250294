// Adds its tokens to micromark's types.
import type {} from 'micromark-extension-gfm-autolink-literal'
import { asciiAlpha, asciiAlphanumeric } from 'micromark-util-character'
import type { Code, Construct, Event, Extension, State, Token, Tokenizer } from 'micromark-util-types'
import { toCharacter } from './codes'

/**
 * URLs in running text without markup, as in GFM, but of ASCII characters only, as RFC 3986 defines them: a URL ends before
 * the first full-width character. The tokens are those of micromark-extension-gfm-autolink-literal, whose constructs are
 * replaced, except the one for email addresses.
 *
 *     > | 见https://example.org/a，后文。
 *           ^^^^^^^^^^^^^^^^^^^^^
 */
export function autolinks(): Extension {
  const checked = new WeakSet<Token>()
  const withScheme = createConstruct('literalAutolinkHttp', checked)
  const withWww = createConstruct('literalAutolinkWww', checked)
  return {
    text: {
      [characterCodes.H]: withScheme,
      [characterCodes.h]: withScheme,
      [characterCodes.W]: withWww,
      [characterCodes.w]: withWww,
    },
    disable: { null: ['protocolAutolink', 'wwwAutolink'] },
  }
}

const characterCodes = { H: 72, h: 104, W: 87, w: 119 } as const

type LinkToken = 'literalAutolinkHttp' | 'literalAutolinkWww'

const prefixes: Readonly<Record<LinkToken, readonly string[]>> = {
  literalAutolinkHttp: ['http://', 'https://'],
  literalAutolinkWww: ['www.'],
}

/** @param checked tokens before which no bracket is open */
function createConstruct(type: LinkToken, checked: WeakSet<Token>): Construct {
  return {
    name: type,
    previous(code) {
      return mayPrecede(type, code)
    },
    tokenize(effects, ok, nok) {
      const context = this
      let length = 0
      const measure: Construct = { partial: true, tokenize: measureUrl(type, (found) => (length = found)) }
      return effects.check(measure, start, nok)

      function start(code: Code): State | undefined {
        if (isInLabel(context.events, checked)) return nok(code)
        effects.enter('literalAutolink')
        effects.enter(type)
        return inside(code)
      }

      function inside(code: Code): State | undefined {
        if (length > 0) {
          length--
          effects.consume(code)
          return inside
        }
        effects.exit(type)
        effects.exit('literalAutolink')
        return ok(code)
      }
    },
  }
}

/** Read to the end of a URL. @param done receives its length, without punctuation at its end */
function measureUrl(type: LinkToken, done: (length: number) => void): Tokenizer {
  return (effects, ok, nok) => {
    let url = ''
    let host = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('data')
      return prefix(code)
    }

    function prefix(code: Code): State | undefined {
      if (!isUrlCharacter(code)) return nok(code)
      url += toCharacter(code)
      const read = url.toLowerCase()
      if (!prefixes[type].some((text) => text.startsWith(read))) return nok(code)
      effects.consume(code)
      return prefixes[type].includes(read) ? hostStart : prefix
    }

    function hostStart(code: Code): State | undefined {
      return asciiAlphanumeric(code) ? inHost(code) : nok(code)
    }

    function inHost(code: Code): State | undefined {
      if (!isHostCharacter(code)) return isHost(host) ? inPath(code) : nok(code)
      host += toCharacter(code)
      url += toCharacter(code)
      effects.consume(code)
      return inHost
    }

    function inPath(code: Code): State | undefined {
      if (!isUrlCharacter(code)) {
        effects.exit('data')
        done(withoutTrail(url).length)
        return ok(code)
      }
      url += toCharacter(code)
      effects.consume(code)
      return inPath
    }
  }
}

function isUrlCharacter(code: Code): code is number {
  return code !== null && code > 32 && code < 127 && toCharacter(code) !== '<'
}

function isHostCharacter(code: Code): code is number {
  return asciiAlphanumeric(code) || (isUrlCharacter(code) && /[-._]/.test(toCharacter(code)))
}

/** GFM allows no underscore in the last two segments of a host name. */
function isHost(host: string): boolean {
  return !host
    .replace(/[._]+$/, '')
    .split('.')
    .slice(-2)
    .some((segment) => segment.includes('_'))
}

/**
 * Remove the punctuation at the end of a URL, which belongs to the sentence, and brackets that were opened before it. As in
 * GFM, `](` and `][` end a URL.
 */
export function withoutTrail(found: string): string {
  const url = found.replace(/\][([].*$/, '')
  let end = url.length
  let open = 0
  for (const character of url) open += character === '(' ? 1 : character === ')' ? -1 : 0
  while (end > 0) {
    const character = url.charAt(end - 1)
    const [reference] =
      character === ';' ? (/&[a-zA-Z]+;$/.exec(url.slice(Math.max(0, end - 33), end)) ?? []) : []
    if (character === ')' && open < 0) open++
    else if (reference) end -= reference.length - 1
    else if (!/[?!.,:;*_~'"\]}]/.test(character)) break
    end--
  }
  return url.slice(0, end)
}

function mayPrecede(type: LinkToken, code: Code): boolean {
  if (type === 'literalAutolinkHttp') return !asciiAlpha(code)
  return code === null || code <= 32 || code > 126 || /[(*_[\]~]/.test(toCharacter(code))
}

/** Is a bracket open, so that this may be the text of a link? */
function isInLabel(events: readonly Event[], checked: WeakSet<Token>): boolean {
  for (let index = events.length - 1; index >= 0; index--) {
    const token = events[index]?.[1]
    if (!token) continue
    if ((token.type === 'labelLink' || token.type === 'labelImage') && !token._balanced) return true
    if (checked.has(token)) break
  }
  const last = events.at(-1)?.[1]
  if (last) checked.add(last)
  return false
}
