import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Root as MdastRoot } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parse } from 'yaml'
import { articleName, writeArticle } from '../../../../bench/corpus/corpus'
import { caseFormulas } from './case-formulas'

/** A post or page of the blog that is imported from every system. */
export interface BlogPost {
  id: number
  kind: 'post' | 'page'
  title: string
  slug: string
  /** Seconds since 1970. */
  created: number
  modified: number
  status: 'publish' | 'draft' | 'password' | 'private' | 'pending'
  categories: readonly string[]
  tags: readonly string[]
  markdown: string
  /** The same as HTML, in which formulas are escaped as editors store them. */
  html: string
  /** TeX of the formulas, in order. */
  formulas: readonly string[]
  isMarkdown: boolean
}

export interface BlogComment {
  id: number
  post: number
  parent: number
  author: string
  email: string
  created: number
  text: string
  status: 'approved' | 'waiting' | 'spam'
}

export interface Blog {
  title: string
  url: string
  posts: readonly BlogPost[]
  comments: readonly BlogComment[]
  /** Names with their slugs. */
  categories: ReadonlyMap<string, string>
  tags: ReadonlyMap<string, string>
}

/** Posts of the benchmark's corpus, a post with every formula of the cases, one of each status, a page, and comments. */
export function createBlog(count: number): Blog {
  const corpus = Array.from({ length: count }, (_, number) => corpusPost(number, count))
  const cases = caseFormulas.map(({ tex, display }, index) =>
    display ? `第 ${index} 个：\n\n$$\n${tex}\n$$` : `第 ${index} 个：设 $${tex}$ 成立。`,
  )
  const first = count + 1
  const special: BlogPost[] = [
    post(first, { title: '公式 $a<b$ & “案例”', slug: '公式案例', markdown: cases.join('\n\n') }),
    {
      ...post(first + 1, { title: '公式 <HTML>', slug: 'cases-html', markdown: cases.join('\n\n') }),
      isMarkdown: false,
    },
    { ...post(first + 2, { title: '草稿', slug: 'draft', markdown: '草稿 $x$' }), status: 'draft' },
    { ...post(first + 3, { title: '密码', slug: 'password', markdown: '密码 $y$' }), status: 'password' },
    { ...post(first + 4, { title: '私密', slug: 'private', markdown: '私密 $z$' }), status: 'private' },
    { ...post(first + 5, { title: '待审', slug: 'pending', markdown: '待审 $w$' }), status: 'pending' },
    {
      ...post(first + 6, { title: '关于', slug: 'about', markdown: '关于 $1+1=2$' }),
      kind: 'page',
      categories: [],
      tags: [],
    },
  ]
  const posts = [...corpus, ...special]
  const names = (of: (each: BlogPost) => readonly string[], prefix: string) =>
    new Map(
      [...new Set(posts.flatMap(of))].map((name, index) => [name, index % 2 ? name : `${prefix}-${index}`]),
    )
  return {
    title: '数学 & 科学',
    url: 'https://old.example',
    posts,
    comments: createComments(posts),
    categories: names((each) => each.categories, 'c'),
    tags: names((each) => each.tags, 't'),
  }
}

function corpusPost(number: number, count: number): BlogPost {
  const text = writeArticle(number, count, 'md')
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? []
  const { title, date, tags, category } = parse(front) as Record<string, string> & { tags: string[] }
  const markdown = body.replace('<!-- more -->', '<!--more-->').trimEnd()
  return {
    ...post(number + 1, { title: title ?? '', slug: articleName(number), markdown }),
    created: Date.parse(`${date}T12:34:56+08:00`) / 1000,
    categories: [category ?? ''],
    tags,
    isMarkdown: number % 2 === 0,
  }
}

function post(id: number, given: { title: string; slug: string; markdown: string }): BlogPost {
  const created = Date.parse('2012-03-04T05:06:07+08:00') / 1000 + id * 86_400
  const { html, formulas } = render(given.markdown)
  return {
    id,
    kind: 'post',
    ...given,
    created,
    modified: created + 3600,
    status: 'publish',
    categories: ['未分类'],
    tags: ['公式 & 记号', 'TeX'],
    html,
    formulas,
    isMarkdown: true,
  }
}

/** What an editor stores of a post that was written as HTML. */
export function render(markdown: string): { html: string; formulas: string[] } {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkMath)
    .use(remarkRehype, {
      allowDangerousHtml: true,
      handlers: {
        inlineMath: (_, node: { value: string }) => ({ type: 'text', value: `$${node.value}$` }),
        math: (_, node: { value: string }) => ({
          type: 'element',
          tagName: 'p',
          properties: {},
          children: [{ type: 'text', value: `$$\n${node.value}\n$$` }],
        }),
      },
    })
  const parsed = processor.parse(markdown) as MdastRoot
  const formulas: string[] = []
  visit(parsed, (node) => {
    if (node.type === 'inlineMath' || node.type === 'math') formulas.push((node as { value: string }).value)
  })
  const tree = processor.runSync(parsed) as Root
  const html = toHtml(tree, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } })
  return { html, formulas }
}

function createComments(posts: readonly BlogPost[]): BlogComment[] {
  const [first, second] = posts
  const at = (second?.created ?? 0) + 60
  const comment = (id: number, rest: Partial<BlogComment>): BlogComment => ({
    id,
    post: first?.id ?? 0,
    parent: 0,
    author: '读者 <甲>',
    email: 'Reader@Example.org',
    created: at + id,
    text: '设 $a<b$，\n则 $b>a$。',
    status: 'approved',
    ...rest,
  })
  return [
    comment(1, {}),
    comment(2, { parent: 1, author: '作者', email: '' }),
    comment(3, { parent: 2, text: '多谢' }),
    comment(4, { post: second?.id ?? 0, status: 'waiting' }),
    comment(5, { status: 'spam', text: '<a href="https://spam.example">!</a>' }),
  ]
}
