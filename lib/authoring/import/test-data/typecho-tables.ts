import type { Blog, BlogPost } from './blog'

/** Type of a column, in words of no particular database. */
type ColumnType = 'id' | 'integer' | 'text' | 'float'
type Value = string | number | null

/** A table of Typecho, as its documentation describes it. */
export interface Table {
  name: string
  columns: Readonly<Record<string, ColumnType>>
  /** Columns of the primary key. */
  key: readonly string[]
  rows: readonly Readonly<Record<string, Value>>[]
}

const contentColumns = {
  cid: 'id',
  title: 'text',
  slug: 'text',
  created: 'integer',
  modified: 'integer',
  text: 'text',
  order: 'integer',
  authorId: 'integer',
  template: 'text',
  type: 'text',
  status: 'text',
  password: 'text',
  commentsNum: 'integer',
  allowComment: 'text',
  allowPing: 'text',
  allowFeed: 'text',
  parent: 'integer',
} as const

const commentColumns = {
  coid: 'id',
  cid: 'integer',
  created: 'integer',
  author: 'text',
  authorId: 'integer',
  ownerId: 'integer',
  mail: 'text',
  url: 'text',
  ip: 'text',
  agent: 'text',
  text: 'text',
  type: 'text',
  status: 'text',
  parent: 'integer',
} as const

/** The tables of a blog in Typecho, in the order of a dump: by their names. */
export function typechoTables(blog: Blog, prefix = 'typecho_'): Table[] {
  const metas = metaRows(blog)
  const table = (name: string, columns: Table['columns'], key: readonly string[], rows: Table['rows']) => ({
    name: prefix + name,
    columns,
    key,
    rows,
  })
  return [
    table('comments', commentColumns, ['coid'], commentRows(blog)),
    table('contents', contentColumns, ['cid'], contentRows(blog)),
    table(
      'fields',
      {
        cid: 'integer',
        name: 'text',
        type: 'text',
        str_value: 'text',
        int_value: 'integer',
        float_value: 'float',
      },
      ['cid', 'name'],
      fieldRows(),
    ),
    table(
      'metas',
      {
        mid: 'id',
        name: 'text',
        slug: 'text',
        type: 'text',
        description: 'text',
        count: 'integer',
        order: 'integer',
        parent: 'integer',
      },
      ['mid'],
      metas,
    ),
    table('options', { name: 'text', user: 'integer', value: 'text' }, ['name', 'user'], optionRows(blog)),
    table('relationships', { cid: 'integer', mid: 'integer' }, ['cid', 'mid'], relationshipRows(blog, metas)),
    table(
      'users',
      { uid: 'id', name: 'text', password: 'text', mail: 'text', screenName: 'text' },
      ['uid'],
      [{ uid: 1, name: 'admin', password: '$P$B', mail: 'a@old.example', screenName: '沈砚' }],
    ),
  ]
}

/** Titles are stored with character references. */
function escapeTitle(title: string): string {
  return title.replace(/[&<>"']/g, (character) => `&${names[character]};`)
}

const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#039' }

function contentRow(post: BlogPost): Record<string, Value> {
  const statuses = {
    draft: 'publish',
    password: 'publish',
    pending: 'waiting',
    private: 'private',
    publish: 'publish',
  }
  return {
    cid: post.id,
    title: escapeTitle(post.title),
    slug: post.slug,
    created: post.created,
    modified: post.modified,
    text: post.isMarkdown ? `<!--markdown-->${post.markdown}` : post.html,
    order: 0,
    authorId: 1,
    template: null,
    type: post.status === 'draft' ? `${post.kind}_draft` : post.kind,
    status: statuses[post.status],
    password: post.status === 'password' ? 'secret' : null,
    commentsNum: 0,
    allowComment: '1',
    allowPing: '1',
    allowFeed: '1',
    parent: 0,
  }
}

function contentRows(blog: Blog): Record<string, Value>[] {
  const rows = blog.posts.map(contentRow)
  const [first] = rows
  const base = { ...first, password: null, template: null }
  return [
    ...rows,
    {
      ...base,
      cid: 9001,
      title: 'a b.png',
      slug: 'a-b-png',
      text: 'a:5:{s:4:"name";s:7:"a b.png";s:4:"path";s:28:"/usr/uploads/2020/01/图.png";s:4:"size";i:70;s:4:"type";s:3:"png";s:4:"mime";s:9:"image/png";}',
      type: 'attachment',
      parent: 1,
    },
    {
      ...base,
      cid: 9002,
      slug: 'c-pdf',
      text: '{"name":"c.pdf","path":"/usr/uploads/2021/02/c.pdf","type":"pdf"}',
      type: 'attachment',
    },
    {
      ...base,
      cid: 9003,
      slug: '@post-00000',
      text: '<!--markdown-->未发表的修改 $q$',
      type: 'revision',
      parent: 1,
    },
    { ...base, cid: 9004, slug: 'x', text: 'x', type: 'plugin' },
  ]
}

function metaRows({ categories, tags }: Blog): Record<string, Value>[] {
  const row = (name: string, slug: string, type: string, index: number) => ({
    mid: index,
    name: escapeTitle(name),
    slug,
    type,
    description: null,
    count: 1,
    order: index,
    // The second category is in the first.
    parent: index === 2 && type === 'category' ? 1 : 0,
  })
  const own = [...categories].map(([name, slug], index) => row(name, slug, 'category', index + 1))
  return [...own, ...[...tags].map(([name, slug], index) => row(name, slug, 'tag', own.length + index + 1))]
}

function relationshipRows({ posts }: Blog, metas: readonly Record<string, Value>[]): Record<string, Value>[] {
  const find = (name: string, type: string) =>
    metas.find((meta) => meta.name === escapeTitle(name) && meta.type === type)?.mid ?? 0
  return posts.flatMap(({ id, categories, tags }) =>
    [...categories.map((name) => find(name, 'category')), ...tags.map((name) => find(name, 'tag'))].map(
      (mid) => ({ cid: id, mid }),
    ),
  )
}

function commentRows({ comments }: Blog): Record<string, Value>[] {
  return comments.map(({ id, post, parent, author, email, created, text, status }) => ({
    coid: id,
    cid: post,
    created,
    author,
    authorId: 0,
    ownerId: 1,
    mail: email || null,
    url: null,
    ip: '192.0.2.1',
    agent: '',
    text,
    type: 'comment',
    status,
    parent,
  }))
}

function fieldRows(): Record<string, Value>[] {
  return [
    { cid: 1, name: 'desc', type: 'str', str_value: '摘要 "a"', int_value: 0, float_value: 0 },
    {
      cid: 1,
      name: 'thumb',
      type: 'str',
      str_value: '/usr/uploads/2020/01/图.png',
      int_value: 0,
      float_value: 0,
    },
    { cid: 1, name: 'views', type: 'int', str_value: null, int_value: 12, float_value: 0 },
    { cid: 1, name: 'empty', type: 'str', str_value: '', int_value: 0, float_value: 0 },
  ]
}

function optionRows({ title, url }: Blog): Record<string, Value>[] {
  const routes = {
    post: { url: '/archives/[cid:digital].html' },
    page: { url: '/[slug].html' },
    category: { url: '/category/[directory:split:0]/' },
    category_page: { url: '/category/[directory:split:0]/[page:digital]/' },
  }
  const options: Record<string, string> = {
    title: escapeTitle(title),
    description: '',
    siteUrl: url,
    timezone: '28800',
    lang: 'zh_CN',
    rewrite: '1',
    pageSize: '10',
    routingTable: JSON.stringify({ '0': routes, ...routes }),
    'theme:x': JSON.stringify({ footer: "MathJax = { tex: { inlineMath: [['$', '$']], tags: 'ams' } }" }),
  }
  return Object.entries(options).map(([name, value]) => ({ name, user: 0, value }))
}
