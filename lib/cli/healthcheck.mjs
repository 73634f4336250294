// Asks the server of this container for its health (`HEALTHCHECK` in `Dockerfile`). The exit code is the answer.
const { PORT = '3000' } = process.env
const health = await fetch(`http://127.0.0.1:${PORT}/api/health`, {
  signal: AbortSignal.timeout(4_000),
}).then(
  (response) => (response.ok ? response.text() : `HTTP ${response.status}`),
  (error) => String(error),
)
// "degraded" while a change is being published: restarting would not help, so only no answer is a failure.
console.log(health)
process.exitCode = health.startsWith('{') ? 0 : 1
