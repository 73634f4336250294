// JavaScript, because commands use it before packages are installed.
//
// The engine and the site may be in different folders. The server runs in the engine's folder. Programs that read the
// author's files (publisher, compile workers, lint) run in the site's folder, so that their paths start there.

/** What an author owns in a site folder. Everything else in the repository belongs to the engine, or is written by it. */
export const siteParts = ['content', 'site', 'site.config.ts']

/** Folder of the engine: this project. Commands set it for the programs that they start in the site folder. */
export function engineFolder() {
  return process.env.LEMMA_ENGINE ?? process.cwd()
}

/**
 * Folder of the site: `content/`, `site.config.ts`, and `.lemma/` with what is published. It is the engine's folder unless
 * `LEMMA_SITE` or `--site` name another one.
 */
export function siteFolder() {
  return process.env.LEMMA_SITE ?? process.cwd()
}
