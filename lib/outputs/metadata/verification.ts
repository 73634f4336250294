import type { Metadata } from 'next'
import type { VerificationSettings } from '../../site/footer-settings'

/** The meta tags with which search engines verify a site. */
export function toVerification({
  google,
  bing,
  baidu,
}: VerificationSettings): NonNullable<Metadata['verification']> {
  return {
    ...(google !== undefined && { google }),
    other: {
      ...(bing !== undefined && { 'msvalidate.01': bing }),
      ...(baidu !== undefined && { 'baidu-site-verification': baidu }),
    },
  }
}
