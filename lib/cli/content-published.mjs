// How a build of the code waits for the content, which is compiled beside it (`build` in `run.mjs`).

/** Said to `next build` when the content is published. */
export const published = 'published'

/**
 * Wait until the content is published. Where Next is run by hand nobody says so: it builds with what is there.
 * @returns {Promise<void>}
 */
export async function contentIsPublished() {
  if (!process.channel) return
  await new Promise((resolve) => {
    process.on('message', (message) => message === published && resolve(undefined))
    process.channel?.ref()
  })
  // The connection would keep the build from ending.
  process.disconnect()
}
