import type { AnalyticsSettings } from './footer-settings'

/** A script that the browser loads after the page. */
export interface AnalyticsScript {
  src: string
  /** Attributes of its element, from which the script reads its settings. */
  attributes: Record<string, string>
}

/** The scripts of the analytics services that a site uses. */
export function analyticsScripts(settings: AnalyticsSettings | undefined): AnalyticsScript[] {
  const { umami, plausible, goatcounter, baidu, custom } = settings ?? {}
  return [
    ...(umami ? [{ src: umami.script, attributes: { 'data-website-id': umami.website } }] : []),
    ...(plausible ? [{ src: plausible.script, attributes: { 'data-domain': plausible.domain } }] : []),
    ...(goatcounter
      ? [{ src: goatcounter.script, attributes: { 'data-goatcounter': goatcounter.endpoint } }]
      : []),
    ...(baidu ? [{ src: `https://hm.baidu.com/hm.js?${baidu.id}`, attributes: {} }] : []),
    ...(custom ? [{ src: custom.script, attributes: custom.attributes }] : []),
  ]
}
