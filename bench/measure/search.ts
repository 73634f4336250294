/** Response times of a kind of query, in milliseconds to the end of the response. */
export interface Answer {
  /** The first request. */
  first: number
  again: number[]
}

/** Queries by kind. The first is a character of every article, so that no article can be skipped. */
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

/** Send every kind of query as the dialog does, and the first also to the search page. @returns response times by kind */
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

/** Send one query. @returns milliseconds to the end of the response */
export async function ask(address: string): Promise<number> {
  const began = performance.now()
  const response = await fetch(address)
  await response.text()
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return performance.now() - began
}
