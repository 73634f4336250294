import { expect, test } from 'vitest'
import { isTextFile, misplacedFile } from './misplaced-files'

test.each([
  ['content/posts/post.markdown', 'post.md'],
  ['content/posts/post.MDX', 'post.mdx'],
  ['content/posts/post.Md', 'post.md'],
  ['content/posts/post.Rmd', 'post.md'],
  ['content/authors/a.YML', 'a.yml'],
])('%s is not read, and the hint says how to rename it', (file, name) => {
  expect(isTextFile(file)).toBe(true)
  expect(misplacedFile(file, ['posts'])).toMatchObject({
    file,
    message: expect.stringContaining('extension'),
    hint: `Rename the file to ${name}.`,
  })
})

test('a text file outside the folders of documents is not read', () => {
  expect(misplacedFile('content/a.md', ['posts'])).toMatchObject({
    message: expect.stringContaining('outside the folders'),
  })
})

test.each(['content/posts/a.pdf', 'content/posts/a.png', 'content/references.bib'])(
  '%s is no text file',
  (file) => expect(isTextFile(file)).toBe(false),
)
