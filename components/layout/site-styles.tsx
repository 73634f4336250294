import { getStylesheetUrls } from '@/lib/queries/site-files'

/** The theme of the site and its own style sheet. React puts them after ours, because their `precedence` is a later one. */
export async function SiteStyles() {
  const urls = await getStylesheetUrls()
  return urls.map((url) => <link key={url} rel="stylesheet" href={url} precedence="site" />)
}
