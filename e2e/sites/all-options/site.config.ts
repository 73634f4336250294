import type { SiteConfig } from '../../../lib/site/config'

/** Every setting but those of languages and permalinks, each but `trust` with a value other than its default. `lib/site/all-options.test.ts` checks that none is missing. */
export const site = {
  name: '万有',
  url: 'https://all.example',
  language: 'zh-CN',
  author: 'ada',
  tagline: '每个设置都用上',
  timeZone: 'Europe/Lisbon',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  securityContact: 'mailto:security@all.example',
  navigation: [
    { label: '首页', href: '/' },
    { label: '手册', href: '/manual.txt' },
  ],
  footer: {
    icp: '京ICP备12345678号-1',
    publicSecurity: '京公网安备 11010502030123号',
    copyright: '© 2020–2026 Ada',
    social: [{ label: 'Mathstodon', href: 'https://social.example/@ada' }],
    feeds: true,
  },
  verification: { google: 'google-code', bing: 'bing-code', baidu: 'baidu-code' },
  analytics: {
    umami: { website: 'umami-id', script: 'https://count.example/umami.js' },
    plausible: { domain: 'all.example', script: 'https://count.example/plausible.js' },
    goatcounter: { endpoint: 'https://count.example/count', script: 'https://count.example/goat.js' },
    baidu: { id: '0123456789abcdef0123456789abcdef' },
    custom: { script: 'https://count.example/own.js', attributes: { 'data-site': 'all' } },
  },
  postsPerPage: 1,
  feedEntries: 1,
  tagAuthority: 'all.example,2020',
  // Nothing listens on this port: the tests send nothing to a hub.
  websubHub: 'http://127.0.0.1:9/',
  macros: { '\\R': '\\mathbb{R}' },
  mathBrackets: true,
  theorems: 'apart',
  citationStyle: 'apa',
  theme: {
    light: { accent: '#1f4e9c', paper: '#f3f6fb', ink: '#16202e' },
    dark: { accent: '#8fb8f5', paper: '#0f1620', ink: '#dde6f2' },
    fonts: { latin: 'Test Text, Georgia', han: 'Test Han, Noto Serif SC' },
    fontFiles: [{ family: 'Test Text', file: '/fonts/text.woff2', weight: '400 700', style: 'normal' }],
    columnWidth: 36,
  },
  words: { readMore: '往下读' },
  redirects: { '/old': '/archive' },
  imageHosts: ['images.example'],
  embeds: ['player.example'],
  // `low` would leave out the component of its article.
  trust: 'high',
} satisfies SiteConfig
