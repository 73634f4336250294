/**
 * Render the rest of a partially prerendered page: React's state is sent to the function, whose response follows the
 * prerendered part.
 * https://nextjs.org/docs/app/guides/ppr-platform-guide#the-resume-protocol
 */
export function resume(url: string, state: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { ...headers, 'next-resume': '1' }, body: state })
}
