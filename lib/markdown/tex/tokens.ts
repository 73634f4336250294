/** Split TeX into the tokens that affect rows, comments, and the text between them. */
export function* readTokens(tex: string): Generator<{ index: number; text: string }> {
  let index = 0
  while (index < tex.length) {
    const text = nextToken(tex, index)
    yield { index, text }
    index += text.length
  }
}

const token = /\\\\\*?(?:\[[^\]]*\])?|\\(?:[a-zA-Z]+\*?|[\s\S])|%[^\n]*(?:\n|$)|[{}]|[^\\%{}]+/y

function nextToken(tex: string, index: number): string {
  token.lastIndex = index
  const text = token.exec(tex)?.[0] ?? tex.charAt(index)
  if (!/^\\(?:label|tag\*?|begin|end|(?:short)?intertext)$/.test(text)) return text
  const end = index + text.length
  return text + (readGroup(tex, end) ?? (text.startsWith('\\tag') ? readToken(tex, end) : ''))
}

/** Read the one token that is an argument without braces, with the spaces before it. */
function readToken(tex: string, index: number): string {
  const argument = /\s*(?:\\[a-zA-Z]+|\\[^a-zA-Z]|[^\\\s%&])/y
  argument.lastIndex = index
  return argument.exec(tex)?.[0] ?? ''
}

/** Read a group with its braces and the spaces before it; undefined if there is none or it is not closed. */
export function readGroup(tex: string, index: number): string | undefined {
  const open = /\s*\{/y
  open.lastIndex = index
  if (!open.test(tex)) return undefined
  let depth = 1
  for (let end = open.lastIndex; end < tex.length; end++) {
    const character = tex.charAt(end)
    if (character === '\\') end++
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return tex.slice(index, end + 1)
  }
  return undefined
}
