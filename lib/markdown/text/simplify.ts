import characters from 'opencc-js/dict/TSCharacters'

/** Traditional characters with the simplified one. Pairs that would change the length of a text are left out. */
const simplified = new Map(
  characters.split('|').flatMap((entry) => {
    const [traditional = '', simple = ''] = entry.split(' ')
    return traditional.length === 1 && simple.length === 1 ? [[traditional, simple] as const] : []
  }),
)

const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g')

/** Replace traditional by simplified characters, one by one, so that either finds the other. The length does not change. */
export function simplify(text: string): string {
  return text.replace(traditional, (character) => simplified.get(character) ?? character)
}
