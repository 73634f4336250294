import { expect, test } from 'vitest'
import { parseRedirects } from './redirect-file'

const read = (text: string) => {
  const { redirects, problems } = parseRedirects(text)
  return { redirects: redirects.map(({ place, ...redirect }) => redirect), problems }
}

test('reads one redirect in a line, with comments, any spaces and line ends of Windows', () => {
  expect(
    read(`\uFEFF# from the old blog
/archives/1.html  /posts/cycloid

/?p=2\t/posts/gamma#sec 301 # its id was 2\r
/wiki/*   https://wiki.example.org/* 302
/甲/ /posts/x#节
`),
  ).toEqual({
    redirects: [
      { from: '/archives/1.html', to: '/posts/cycloid' },
      { from: '/?p=2', to: '/posts/gamma#sec', status: 301 },
      { from: '/wiki/*', to: 'https://wiki.example.org/*', status: 302 },
      { from: '/%E7%94%B2', to: '/posts/x#%E8%8A%82' },
    ],
    problems: [],
  })
})

test.each([
  ['/old', 1, 'Found 1 word in'],
  ['/old /new 302 more', 1, 'Found 4 words'],
  ['  old /new', 3, 'Found old; expected a path of this site'],
  ['https://a.example/old /new', 1, 'expected a path of this site'],
  ['/old new', 6, 'Found new; expected a path that starts with /, or a URL'],
  ['/old ftp://x', 6, 'Found ftp://x; expected'],
  ['/a/*/b /new', 1, 'only at the end'],
  ['/a?b=* /new', 1, 'only at the end'],
  ['/old /new/*', 6, 'at most one *'],
  ['/old/* https://wiki.example*', 8, 'not in its host'],
  ['/old //evil.example', 6, 'a path that starts with /'],
  ['/old /new 404', 11, 'Found the status 404; expected one of 301, 302, 307, 308.'],
  ['/old/ /old', 7, 'another address than the old one'],
  ['/* /new', 1, 'the front page'],
  ['/ /new', 1, 'the front page'],
])('reports %s with its position', (line, column, message) => {
  const { redirects, problems } = read(`# list\n${line}\n/good /posts/x\n`)
  expect(problems).toMatchObject([
    { file: 'content/redirects.txt', line: 2, column, message: expect.stringContaining(message) },
  ])
  expect(redirects).toEqual([{ from: '/good', to: '/posts/x' }])
})
