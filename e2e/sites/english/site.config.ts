import type { SiteConfig } from '../../../lib/site/config'

export const site = {
  name: 'Margins',
  tagline: 'Notes on probability',
  url: 'https://english.example',
  language: 'en',
  timeZone: 'Europe/London',
  author: 'ann',
  navigation: [
    { label: 'Posts', href: '/' },
    { label: 'Archive', href: '/archive' },
    { label: 'About', href: '/about' },
  ],
} satisfies SiteConfig
