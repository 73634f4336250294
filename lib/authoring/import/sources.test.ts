import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBlog } from './test-data/blog'
import { formulasOf, readAll } from './test-data/read-source'
import { printDump, writeSqlite } from './test-data/typecho-databases'
import { typechoTables } from './test-data/typecho-tables'
import { printWxr } from './test-data/wxr'
import { readTypecho } from './typecho/read-typecho'
import { readWordpress } from './wordpress/read-wordpress'

// The same blog in each system. `typecho-servers.slow.test.ts` reads it from MariaDB and PostgreSQL.
const blog = createBlog(210)
const folder = mkdtempSync(join(tmpdir(), 'lemma-import-'))
const sqlite = join(folder, 'typecho.db')
const dump = join(folder, 'dump.sql')
const wxr = join(folder, 'export.xml')

beforeAll(() => {
  const tables = typechoTables(blog)
  writeSqlite(sqlite, tables)
  writeFileSync(dump, printDump(tables))
  writeFileSync(join(folder, 'dump.sql.gz'), gzipSync(printDump(tables)))
  writeFileSync(wxr, printWxr(blog))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('every source', () => {
  test.each([
    ['a file of SQLite', () => readTypecho(sqlite)],
    ['an SQL dump', () => readTypecho(dump)],
    ['an export of WordPress', () => readWordpress(wxr)],
  ])('yields every formula of the blog byte for byte: %s', async (_, read) => {
    const { documents } = await readAll(await read())
    const imported = documents.filter(({ id }) => id !== '9003')
    expect(imported.map(formulasOf)).toEqual(blog.posts.map(({ formulas }) => formulas))
    expect(blog.posts.flatMap(({ formulas }) => formulas).length).toBeGreaterThan(7_000)
  })

  test('yields the same titles, dates, categories, tags and HTML', async () => {
    const comparable = async (source: ReturnType<typeof readTypecho>) => {
      const { documents, comments } = await readAll(await source)
      const own = documents.filter(({ id }) => id !== '9003')
      // Exports sort terms by name, Typecho by the order of the author.
      const sorted = own.map((document) => ({ ...document, tags: [...document.tags].sort() }))
      return {
        documents: sorted.map(
          ({ id, kind, title, slug, date, updated, status, author, categories, tags, description }) => {
            return { id, kind, title, slug, date, updated, status, author, categories, tags, description }
          },
        ),
        html: own
          .filter(({ id }) => blog.posts.find((post) => String(post.id) === id)?.isMarkdown === false)
          .map(({ body }) => body),
        comments,
      }
    }
    const wordpress = await comparable(readWordpress(wxr))
    expect(wordpress).toEqual(await comparable(readTypecho(sqlite)))
    expect(wordpress.html.length).toBeGreaterThan(100)
    expect(wordpress.comments).toHaveLength(5)
  })
})

describe('Typecho', () => {
  test('yields the same from SQLite, from a dump and from a compressed dump', async () => {
    const fromSqlite = await readTypecho(sqlite)
    const expected = { ...fromSqlite, ...(await readAll(fromSqlite)) }
    for (const file of [dump, join(folder, 'dump.sql.gz')]) {
      const source = await readTypecho(file)
      expect({ ...source, ...(await readAll(source)) }).toEqual(expected)
    }
  })

  test('lists every URL of posts, lists and files, by the patterns of the old site', async () => {
    const source = await readTypecho(sqlite)
    const { documents } = await readAll(source)
    const [first] = documents
    expect(first?.urls).toEqual([
      'https://old.example/archives/1.html',
      'https://old.example/index.php/archives/1.html',
    ])
    expect(first?.guid).toBe('https://old.example/archives/1.html')
    const page = documents.find(({ kind }) => kind === 'page')
    expect(page?.urls[0]).toBe('https://old.example/about.html')
    const urls = (kind: string, name?: string) =>
      source.lists.filter((list) => list.kind === kind && list.name === name).flatMap((list) => list.urls)
    const [outer = '', inner = ''] = [...blog.categories.keys()]
    const slug = (name: string) => encodeURIComponent(blog.categories.get(name) ?? '')
    expect(urls('category', outer)).toContain(`https://old.example/category/${slug(outer)}/`)
    expect(urls('category', inner)).toContain(`https://old.example/category/${slug(outer)}/${slug(inner)}/`)
    expect(urls('category', inner)).toContain(`https://old.example/category/${slug(outer)}/${slug(inner)}/2/`)
    expect(urls('feed', inner)).toContain(`https://old.example/feed/category/${slug(outer)}/${slug(inner)}/`)
    expect(urls('tag', '公式 & 记号').length).toBeGreaterThan(0)
    expect(urls('feed')).toEqual(
      expect.arrayContaining(['https://old.example/feed/', 'https://old.example/feed/atom/']),
    )
    expect(urls('index')).toContain('https://old.example/page/22/')
    expect(urls('index')).not.toContain('https://old.example/page/23/')
    expect(urls('archive')).toEqual(
      expect.arrayContaining(['https://old.example/2010/', 'https://old.example/2010/01/']),
    )
  })

  test('keeps fields, covers, attachments and unpublished changes, and says what it leaves out', async () => {
    const source = await readTypecho(sqlite)
    const { documents } = await readAll(source)
    expect(documents[0]).toMatchObject({
      description: '摘要 "a"',
      cover: '/usr/uploads/2020/01/图.png',
      fields: { views: 12 },
    })
    expect(documents.at(-1)).toMatchObject({
      id: '9003',
      slug: 'post-00000-draft',
      status: 'draft',
      body: '未发表的修改 $q$',
    })
    expect(source.attachments).toMatchObject([
      { file: '2020/01/图.png', document: '1' },
      { file: '2021/02/c.pdf' },
    ])
    expect(source.attachments[0]?.urls).toContain('https://old.example/usr/uploads/2020/01/图.png')
    expect(source.notes).toEqual(['Not imported: 1 of the type plugin.'])
    expect(source.site).toEqual({
      title: '数学 & 科学',
      description: '',
      url: 'https://old.example',
      language: 'zh-CN',
      timeZone: 'Asia/Shanghai',
    })
    expect(source.delimiters).toMatchObject({
      inline: [
        ['$', '$'],
        ['\\(', '\\)'],
      ],
      numbering: 'ams',
    })
  })

  test('finds the prefix of the tables, and asks if there are two blogs', async () => {
    const two = join(folder, 'two.db')
    writeSqlite(two, [...typechoTables(createBlog(1), 'a_'), ...typechoTables(createBlog(2), 'b_contents_')])
    await expect(readTypecho(two)).rejects.toThrow(/prefixes a_, b_contents_; expected one.*#a_/)
    expect((await readAll(await readTypecho(`${two}#b_contents_`))).documents).toHaveLength(10)
    expect((await readAll(await readTypecho(`${two}#a_`))).documents).toHaveLength(9)
  })

  test.each([
    ['missing.sql', /missing\.sql does not exist; expected a URL/],
    ['oracle://x/y', /oracle:\/\/; expected a URL/],
    [
      'mysql://user:secret@127.0.0.1:1/x',
      /^mysql:\/\/user:…@127\.0\.0\.1:1\/x cannot be opened: (?!.*secret)/,
    ],
    [
      'postgres://user:secret@127.0.0.1:1/x',
      /^postgres:\/\/user:…@127\.0\.0\.1:1\/x cannot be opened: (?!.*secret)/,
    ],
  ])('explains why %s cannot be read', async (location, message) => {
    await expect(readTypecho(location)).rejects.toThrow(message)
  })

  test('reads PHP’s own format of the routes', async () => {
    const old = join(folder, 'old.db')
    const tables = typechoTables(createBlog(1)).map((table) =>
      table.name.endsWith('options')
        ? {
            ...table,
            rows: table.rows.map((row) =>
              row.name === 'routingTable'
                ? {
                    ...row,
                    value:
                      'a:1:{s:4:"post";a:1:{s:3:"url";s:45:"/[year:digital:4]/[month:digital:2]/[slug].x/";}}',
                  }
                : row.name === 'rewrite'
                  ? { ...row, value: '0' }
                  : row,
            ),
          }
        : table,
    )
    writeSqlite(old, tables)
    const { documents } = await readAll(await readTypecho(old))
    expect(documents.find(({ slug }) => slug === '公式案例')?.urls[0]).toBe(
      'https://old.example/index.php/2012/03/%E5%85%AC%E5%BC%8F%E6%A1%88%E4%BE%8B.x/',
    )
  })
})

describe('WordPress', () => {
  test('lists every URL of posts, lists and files', async () => {
    const source = await readWordpress(wxr)
    const { documents } = await readAll(source)
    expect(documents[0]).toMatchObject({
      urls: [
        'https://old.example/archives/1.html',
        'https://old.example/?p=1',
        'https://old.example/?p=1&x=1',
      ],
      guid: 'https://old.example/?p=1&x=1',
      cover: 'https://old.example/wp-content/uploads/2020/01/图.png',
      fields: { views: '12' },
    })
    expect(documents.find(({ kind }) => kind === 'page')?.urls).toContain('https://old.example/?page_id=217')
    const all = source.lists.flatMap(({ urls }) => urls)
    for (const path of [
      '/',
      '/feed/',
      '/?feed=rss2',
      '/page/2/',
      '/category/c-0/',
      '/?cat=1',
      '/category/c-0/feed/',
      '/2010/01/',
      '/category/c-0/feed/atom/',
      '/author/admin/',
    ])
      expect(all).toContain(`https://old.example${path}`)
    expect(source.attachments).toEqual([
      {
        urls: [
          'https://old.example/wp-content/uploads/2020/01/图.png',
          'https://old.example/archives/1/a/',
          'https://old.example/?attachment_id=9001',
        ],
        file: '2020/01/图.png',
        document: '1',
      },
    ])
  })

  test('reads a divided export, and items that contain the tags of items', async () => {
    const parts = mkdtempSync(join(folder, 'parts-'))
    const [head = '', ...items] = printWxr(createBlog(2)).split('\t<item>')
    const tricky = items[0]?.replace(
      '<content:encoded><![CDATA[',
      '<content:encoded><![CDATA[</item><item> $x]]]]><![CDATA[>y$ ',
    )
    writeFileSync(join(parts, '1.xml'), `${head}\t<item>${tricky}</channel></rss>`)
    writeFileSync(join(parts, '2.xml'), `${head}\t<item>${items[1]}</channel></rss>`)
    const { documents } = await readAll(await readWordpress(parts))
    expect(documents.map(({ slug }) => slug)).toEqual(['post-00000', 'post-00001'])
    expect(documents[0]?.body).toMatch(/^<\/item><item> \$x\]\]>y\$ /)
  })

  test.each([
    ['<html></html>', /is no export of WordPress/],
    ['', /is no export of WordPress/],
  ])('explains why %j is no export', async (text, message) => {
    const file = join(folder, 'wrong.xml')
    writeFileSync(file, text)
    await expect(readWordpress(file)).rejects.toThrow(message)
  })
})
