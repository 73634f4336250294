/** Answers of requests that are being answered, HTML by name. Pages and components are bundled apart: one map a process. */
const place = globalThis as { lemmaAnswers?: Map<string, string> }
place.lemmaAnswers ??= new Map()

export const answers = place.lemmaAnswers
