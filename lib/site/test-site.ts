import * as v from 'valibot'
import { completeSite, type Site, siteSchema } from './config'

/** The complete settings of a site, for tests. */
export const testSite: Site = completeSite(
  v.parse(siteSchema, {
    name: '引理',
    tagline: '一个写数学的地方',
    url: 'https://lemma.example',
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    author: 'shen-yan',
    securityContact: 'mailto:security@lemma.example',
    licence: { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/deed.zh-hans' },
    navigation: [
      { label: '文章', href: '/' },
      { label: '系列', href: '/series' },
      { label: '标签', href: '/tags' },
      { label: '归档', href: '/archive' },
      { label: '关于', href: '/about' },
    ],
    postsPerPage: 8,
    macros: {
      '\\R': '\\mathbb{R}',
      '\\C': '\\mathbb{C}',
      '\\Z': '\\mathbb{Z}',
      '\\N': '\\mathbb{N}',
      '\\Q': '\\mathbb{Q}',
      '\\E': '\\mathbb{E}',
      '\\dd': '\\,\\mathrm{d}',
      '\\norm': '\\left\\lVert #1\\right\\rVert',
      '\\abs': '\\left\\lvert #1\\right\\rvert',
      '\\inner': '\\left\\langle #1,#2\\right\\rangle',
    },
    mathBrackets: false,
    theorems: 'together',
    feedEntries: 20,
    tagAuthority: 'lemma.example,2026',
    citationStyle: 'gb-t-7714',
    imageHosts: ['images.example.org'],
    embeds: ['player.example.org'],
  }),
)
