/** Read what search looks in as soon as the server runs, so that the first reader who asks need not wait for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { prepareSearch } = await import('./lib/content/queries')
  setTimeout(() => void prepareSearch().catch((error) => console.error('Search is not ready.', error)), 0)
}
