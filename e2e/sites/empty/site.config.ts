import type { SiteConfig } from '../../../lib/site/config'

export const site = {
  name: '空白',
  url: 'https://empty.example',
  language: 'zh-CN',
  author: 'nobody',
} satisfies SiteConfig
