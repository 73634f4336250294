import { isPreviewDeployment } from '../../lib/published/visibility'
import { analyticsScripts } from '../../lib/site/analytics-scripts'
import type { AnalyticsSettings } from '../../lib/site/footer-settings'

/**
 * The analytics scripts of the site, as data: `lib/browser/analytics` loads them after the page, unless the reader objects. Not in
 * development and on preview deployments, where the visitors are authors.
 */
export function Analytics({ settings }: { settings: AnalyticsSettings | undefined }) {
  const scripts = analyticsScripts(settings)
  if (scripts.length === 0 || process.env.NODE_ENV === 'development' || isPreviewDeployment) return null
  // `<` is escaped, so that nothing in it can end the element.
  const data = JSON.stringify(scripts).replaceAll('<', '\\u003c')
  return <script type="application/json" className="analytics" dangerouslySetInnerHTML={{ __html: data }} />
}
