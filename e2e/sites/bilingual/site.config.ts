import type { SiteConfig } from '../../../lib/site/config'

export const site = {
  name: '双语札记',
  tagline: '用两种语言写数学',
  url: 'https://bilingual.example',
  languages: [
    'zh-CN',
    {
      language: 'en',
      name: 'Bilingual Notes',
      tagline: 'Mathematics in two languages',
      navigation: [
        { label: 'Articles', href: '/' },
        { label: 'All years', href: '/archive' },
        { label: 'About', href: '/about-en' },
      ],
      words: { readMore: 'Read on' },
    },
  ],
  timeZone: 'Asia/Shanghai',
  author: 'lin',
  navigation: [
    { label: '文章', href: '/' },
    { label: '往年', href: '/archive' },
    { label: '关于', href: '/about' },
  ],
} satisfies SiteConfig
