export function equation(body: string): string {
  return `\\begin{equation}${body}\\end{equation}`
}
