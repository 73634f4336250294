// Settings of the footer, of site verification and of analytics. Without them, pages contain nothing of these.

import * as v from 'valibot'
import { translate } from './messages/translate.mjs'
import { link, text, webUrl } from './setting-rules'

const publicSecurity = v.pipe(
  v.string(),
  v.check(
    (value) => publicSecurityCode(value) !== undefined,
    translate`a number with 14 digits, such as 京公网安备 11010502030123号`,
  ),
)

export const footerSetting = v.strictObject({
  icp: v.optional(
    v.pipe(
      v.string(),
      v.regex(/ICP\D{0,3}\d/i, translate`a registration number, such as 京ICP备12345678号-1`),
      v.description('ICP registration number (ICP 备案号), with a link to beian.miit.gov.cn'),
    ),
  ),
  publicSecurity: v.optional(
    v.pipe(
      publicSecurity,
      v.description('Public security registration number (公安备案号), with a link to its record'),
    ),
  ),
  copyright: v.optional(v.pipe(text, v.description('Copyright line: `© 2019–2026 Shen Yan`'))),
  social: v.optional(
    v.pipe(
      v.array(link),
      v.description('Links to your profiles, with `rel="me"`, by which they can verify that they are yours'),
    ),
    [],
  ),
  feeds: v.optional(
    v.pipe(v.boolean(), v.description('Whether the footer links to the feeds of the site: RSS, Atom, JSON')),
    false,
  ),
})

export const verificationSetting = v.strictObject({
  google: v.optional(v.pipe(text, v.description('Content of the meta tag `google-site-verification`'))),
  bing: v.optional(v.pipe(text, v.description('Content of the meta tag `msvalidate.01`'))),
  baidu: v.optional(v.pipe(text, v.description('Content of the meta tag `baidu-site-verification`'))),
})

const script = (fallback: string) => v.optional(v.pipe(webUrl, v.description('URL of the script')), fallback)

export const analyticsSetting = v.strictObject({
  umami: v.optional(
    v.strictObject({
      website: v.pipe(text, v.description('Website ID')),
      script: script('https://cloud.umami.is/script.js'),
    }),
  ),
  plausible: v.optional(
    v.strictObject({
      domain: v.pipe(text, v.description('Domain of the site in Plausible')),
      script: script('https://plausible.io/js/script.js'),
    }),
  ),
  goatcounter: v.optional(
    v.strictObject({
      endpoint: v.pipe(webUrl, v.description('`https://CODE.goatcounter.com/count`')),
      script: script('https://gc.zgo.at/count.js'),
    }),
  ),
  baidu: v.optional(
    v.strictObject({
      id: v.pipe(
        v.string(),
        v.regex(/^[0-9a-f]{32}$/i, translate`the 32 hexadecimal digits after hm.js?`),
        v.description('ID of the site: the digits after `hm.js?`'),
      ),
    }),
  ),
  custom: v.optional(
    v.strictObject({
      script: v.pipe(webUrl, v.description('URL of the script')),
      attributes: v.optional(
        v.pipe(
          v.record(
            v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, translate`the name of an attribute`)),
            v.string(),
          ),
          v.description("Attributes of its element: `{ 'data-site': 'x' }`"),
        ),
        {},
      ),
    }),
  ),
})

export type FooterSettings = v.InferOutput<typeof footerSetting>
export type VerificationSettings = v.InferOutput<typeof verificationSetting>
export type AnalyticsSettings = v.InferOutput<typeof analyticsSetting>

/** The code of a public security registration number: its 14 digits. */
export function publicSecurityCode(number: string): string | undefined {
  return /(?<!\d)\d{14}(?!\d)/.exec(number)?.[0]
}
