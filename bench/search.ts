/** How a kind of question is answered, in milliseconds to the end of the answer. */
export interface Answer {
  /** Asked the first time. */
  first: number
  again: number[]
}

/** What the words of the corpus are asked for, a character of every article first: nothing there is to skip. */
const questions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'one character': { q: '数' },
  'two characters': { q: '变分' },
  'two words': { q: '矩阵 概率' },
  'a beginning': { q: 'def' },
  'a formula': { q: '\\sum_{k=1}' },
  'a year of it': { q: '数', year: '2015' },
  nothing: { q: '没有这回事' },
}
const times = 20

/** Ask every kind of question as the dialog asks, and the first on the page: by kind. */
export async function measureAnswers(url: string): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {}
  for (const [kind, fields] of Object.entries(questions))
    answers[kind] = await measureAnswer(`${url}/api/search?${new URLSearchParams(fields)}`)
  answers['one character, the page'] = await measureAnswer(
    `${url}/search?${new URLSearchParams(questions['one character'])}`,
  )
  return answers
}

async function measureAnswer(address: string): Promise<Answer> {
  const first = await ask(address)
  const again: number[] = []
  while (again.length < times) again.push(await ask(address))
  return { first, again }
}

/** Ask once; milliseconds to the end of the answer. */
export async function ask(address: string): Promise<number> {
  const began = performance.now()
  const response = await fetch(address)
  await response.text()
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return performance.now() - began
}
