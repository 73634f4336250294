import { resolve } from 'node:path'
import { defineDocumentType, defineNestedType, makeSource } from 'contentlayer2/source-files'
import { lint } from './lib/content/lint'
import { publish } from './lib/content/publish'
import { type Contents, readContents } from './lib/content/read-contents'
import { withDocuments } from './lib/content/source'

const lang = {
  type: 'enum',
  options: ['zh-CN', 'en'],
  description: 'Language of the text where it is not the site’s',
} as const

const Original = defineNestedType(() => ({
  name: 'Original',
  fields: {
    title: { type: 'string', required: true, description: 'Title of the original' },
    author: { type: 'string', required: true, description: 'Who wrote it' },
    url: {
      type: 'string',
      required: true,
      description: 'Where it was published, https://…; becomes the canonical address',
    },
  },
}))

const Licence = defineNestedType(() => ({
  name: 'Licence',
  fields: {
    name: { type: 'string', required: true, description: 'As it is shown: CC BY 4.0, or 保留所有权利' },
    url: { type: 'string', required: true, description: 'Where it is to be read, https://…' },
  },
}))

const Post = defineDocumentType(() => ({
  name: 'Post',
  filePathPattern: 'posts/**/*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    title: { type: 'string', required: true, description: 'The title; quote it where it holds a colon' },
    date: {
      type: 'string',
      required: true,
      description:
        'When it is published: 2010-12-26 or 2010-12-26 10:30, in the site’s time zone. A date ahead of now schedules it',
    },
    updated: { type: 'string', description: 'When it last changed in substance, written like date' },
    slug: {
      type: 'string',
      description: 'Last part of the address; the file’s or folder’s name where it is left out',
    },
    id: {
      type: 'string',
      description:
        'Its name in feeds, for good; the file’s or folder’s name where it is left out. Keep the old name here when you rename the file',
    },
    summary: { type: 'string', description: 'One or two sentences for lists, search engines and the feed' },
    category: { type: 'string', description: 'The one category it belongs to' },
    tags: { type: 'list', of: { type: 'string' }, description: 'A list: [变分, 极值]' },
    series: { type: 'string', description: 'File name of a series in content/series, without .mdx' },
    part: { type: 'number', description: 'Its number in the series, unique there; gaps are allowed' },
    authors: {
      type: 'list',
      of: { type: 'string' },
      description: 'File names in content/authors; the site’s author where left out',
    },
    lang,
    translationOf: {
      type: 'string',
      description: 'Slug of the article that this one translates; its lang is another',
    },
    draft: { type: 'boolean', description: 'true keeps it out of every production build' },
    unlisted: {
      type: 'boolean',
      description: 'true shows it to those who have the address, and in no list, feed or sitemap',
    },
    cover: { type: 'string', description: 'An image beside the file, shown above the article' },
    source: {
      type: 'nested',
      of: Original,
      description: 'For a repost: title, author and url of the original',
    },
    licence: {
      type: 'nested',
      of: Licence,
      description: 'name and url of its licence where it is not the site’s; a repost has none but this',
    },
    aliases: {
      type: 'list',
      of: { type: 'string' },
      description: 'Old addresses that lead here: [/archives/42]',
    },
    numbering: {
      type: 'json',
      description:
        'How equations are numbered: { start: 50 }, continue (from the previous part), or { by: section }',
    },
    formula: {
      type: 'string',
      description:
        'TeX of the formula on the card that others show for a link; the first display where left out',
    },
    macros: { type: 'json', description: 'KaTeX macros of this article: a mapping such as \\d: \\mathrm{d}' },
  },
}))

const Series = defineDocumentType(() => ({
  name: 'Series',
  filePathPattern: 'series/*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    title: { type: 'string', required: true, description: 'Name of the series' },
    description: { type: 'string', description: 'One sentence for the list of series' },
    lang,
  },
}))

const Page = defineDocumentType(() => ({
  name: 'Page',
  filePathPattern: 'pages/*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    title: { type: 'string', required: true, description: 'The title' },
    summary: { type: 'string', description: 'One sentence for search engines' },
    lang,
  },
}))

const Author = defineDocumentType(() => ({
  name: 'Author',
  filePathPattern: 'authors/*.yml',
  contentType: 'data',
  fields: {
    name: { type: 'string', required: true, description: 'The name as it is printed' },
    bio: { type: 'string', description: 'One sentence' },
    url: { type: 'string', description: 'A page about the author' },
    email: { type: 'string', description: 'Address for readers; it becomes public' },
  },
}))

export const documentTypes = { posts: Post, series: Series, pages: Page, authors: Author }

let contents: Contents = { documents: [], problems: [] }
const source = makeSource({
  contentDirPath: resolve('content'),
  documentTypes: Object.values(documentTypes),
  disableImportAliasWarning: true,
  onSuccess: async () => {
    const request = process.env.LEMMA_LINT
    const folders = Object.keys(documentTypes)
    if (request) lint(contents, folders, JSON.parse(request))
    else publish(contents, folders)
  },
})

export default withDocuments(source, async () => {
  contents = await readContents(documentTypes)
  return contents.documents
})
