import { expect, test } from 'vitest'
import { createTestPost } from '../../published/test-post'
import type { Article } from '../../queries/article'
import type { Site } from '../../site/config'
import { testSite as site } from '../../site/test-site'
import { describeArticle, describeSite } from './json-ld'
import { licenceOf } from './licence'
import { printJsonLd } from './print-json-ld'
import { toScholarTags } from './scholar'

const post = createTestPost({
  slug: 'cycloid',
  url: '/posts/cycloid',
  title: '摆线</script><script>alert(1)</script>',
  lang: 'zh-CN',
  date: '2010-05-19T16:05:00Z',
  tags: ['曲线', '变分'],
  category: '数学',
  authors: ['a'],
  counts: { words: 1200, formulas: 3, minutes: 4 },
})
const article: Article = {
  post,
  status: undefined,
  authors: [{ id: 'a', name: '沈砚', url: '/about' }],
  series: undefined,
  previous: undefined,
  next: undefined,
  related: [],
  citedBy: [],
  translations: [],
}
const source = { title: '原文', author: '原作者', url: 'https://example.org/original' }
const repost: Article = {
  ...article,
  post: { ...post, title: '[转载] 原文', source },
  authors: [{ id: source.url, name: source.author }],
}
const works = [
  {
    id: 'shannon1948',
    type: 'article-journal',
    title: 'A Theory; of Communication',
    author: [{ family: 'Shannon', given: 'Claude E.' }, { literal: 'Bell Labs' }],
    issued: { 'date-parts': [[1948, 7]] },
    'container-title': 'Bell System Technical Journal',
    volume: '27',
    page: '379-423',
  },
  { id: 'hua1957', type: 'book', title: '数论导引', publisher: ['科学', '技术出版社'] },
]

test('scholar tags contain authors, title, dates, site and cited works', () => {
  expect(toScholarTags(article, works, site)).toMatchObject({
    citation_title: post.title,
    citation_author: ['沈砚'],
    citation_publication_date: '2010/05/20',
    citation_journal_title: site.name,
    citation_language: 'zh-CN',
    citation_keywords: ['曲线', '变分'],
    citation_public_url: `${site.url}/posts/cycloid`,
    citation_reference: [
      'citation_title=A Theory, of Communication; citation_author=Claude E. Shannon; citation_author=Bell Labs; ' +
        'citation_publication_date=1948/7; citation_journal_title=Bell System Technical Journal; citation_volume=27; ' +
        'citation_firstpage=379; citation_lastpage=423',
      'citation_title=数论导引; citation_publisher=科学 and 技术出版社',
    ],
    'DC.date': '2010-05-20',
    'DC.rights': site.licence?.url,
  })
})

test('the tags of a repost contain no name, date, licence or URL of this site', () => {
  const tags = toScholarTags(repost, works, site)
  expect(tags).toEqual({
    citation_title: '原文',
    citation_author: ['原作者'],
    citation_language: 'zh-CN',
    citation_public_url: source.url,
    'DC.title': '原文',
    'DC.creator': ['原作者'],
    'DC.language': 'zh-CN',
    'DC.identifier': source.url,
  })
  expect(describeArticle(repost, site)).toMatchObject([{ '@type': 'BreadcrumbList' }])
})

test('the licence of an article is its own or the site’s; a repost has only its own', () => {
  const own = { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  expect(licenceOf(post, site)).toBe(site.licence)
  expect(licenceOf({ ...post, licence: own }, site)).toBe(own)
  expect(licenceOf({ ...post, source }, site)).toBeUndefined()
  expect(licenceOf({ ...post, source, licence: own }, site)).toBe(own)
})

test('a site without a licence publishes none', () => {
  const { licence: _, ...others } = site
  const unlicensed: Site = others
  expect(licenceOf(post, unlicensed)).toBeUndefined()
  expect(toScholarTags(article, works, unlicensed)).not.toHaveProperty('DC.rights')
  for (const node of [...describeSite(unlicensed), ...describeArticle(article, unlicensed)])
    expect(node).not.toHaveProperty('license')
})

test('JSON-LD describes the article and cannot end its script', () => {
  const text = printJsonLd(describeArticle(article, site))
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toMatchObject({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'BlogPosting',
        headline: post.title,
        datePublished: post.date,
        author: [{ '@type': 'Person', name: '沈砚', url: `${site.url}/authors/a` }],
        license: site.licence?.url,
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { position: 1, name: '数学', item: `${site.url}/categories/%E6%95%B0%E5%AD%A6` },
          { position: 2, name: post.title },
        ],
      },
    ],
  })
})
