/**
 * Limits of the compiler. Texts that people write do not come near them. They prevent one file, whatever it contains, from
 * using the time and memory that other files need. `docs/limits.md` lists those that authors may meet.
 *
 * Limits of sizes are checked before the work, so that the problem has a position. Limits of time stop work that no size
 * predicts. They are many times the usual duration, because machines may be busy.
 */

/** Characters in a file. A book of 150 pages has about this many, and compiles in 4 s. */
export const fileLength = 250_000

/** Characters of front matter, and of the file of an author. Reading YAML with as many keys takes 0.3 s. */
export const frontMatterLength = 65_536

/**
 * Nested lists, quotes, statements, emphasis and elements. Plugins are recursive: V8's stack overflows at about 1,500 levels
 * of these trees, and at 1,000 of YAML.
 */
export const nestingDepth = 100

/** Nested statements. Each is tokenized again for each statement around it: 1,000 take 6 s. */
export const statementDepth = 20

/** Nested groups, environments and `\left…\right` in a formula. KaTeX's recursion overflows at about 400. */
export const formulaDepth = 100

/**
 * Stars, underscores and tildes in a paragraph or cell. For each, micromark searches all before it: 2,000 take 0.3 s,
 * 16,000 take 8 s.
 */
export const emphasisMarks = 2_000

/**
 * Open brackets, or braces, at one point of a paragraph. micromark takes 0.3 s for 500 nested links, 5 s for 2,000. In .mdx,
 * acorn tries to parse an expression at each brace.
 */
export const openBrackets = 500

/** Closing brackets in a paragraph. For each, micromark searches all before it for a footnote: 5,000 take 3 s. */
export const closingBrackets = 3_000

/** Quotes and underlined headings in a file. For each, micromark copies all tokens before it: 5,000 take 7 s. */
export const quotesAndUnderlines = 2_000

/** Characters in a file that the parser reads again because a formula is not closed: half a second of work. */
export const unclosedLength = 2_000_000

/** Characters of a formula. A display that fills a screen has 1,500. */
export const formulaLength = 10_000

/** Characters in the argument of `\ce` or `\pu`. mhchem takes 0.3 s for as many, 2.7 s for 6,000. */
export const chemistryLength = 2_000

/**
 * Milliseconds for a formula. The longest display of the sample site takes 20. KaTeX limits the number of macro expansions
 * but not their length: with macros that repeat their argument, 300 characters take 7 s.
 */
export const formulaTime = 1_000

/** Expansions of macros in a formula. Each row and each `\begin` is one: the longest matrix has 3,000 rows. */
export const formulaExpansions = 5_000

/** Characters of HTML of a formula. The longest display of the sample site has 22,000. */
export const formulaOutput = 1_000_000

/** Characters of a highlighted line of code. The highlighter takes a second for some lines of 20,000. */
export const codeLineLength = 5_000

/** Characters of a printed article in all its forms. The longest of the sample site has 1.1 million. */
export const bodyLength = 20_000_000

/** Milliseconds to highlight a code block. 1,000 lines take 200. */
export const codeTime = 3_000

/** Problems that are reported of a file. More are only counted. */
export const problemsEach = 1_000

/** Bytes of an image. */
export const imageBytes = 50_000_000

/** Bytes of another file that an article links to or plays. Hosts of repositories accept no larger files. */
export const fileBytes = 100_000_000

/** Files of `site/public`. They are listed in the state that the server reads. */
export const siteFileCount = 5_000

/** Bytes of a file of `site/public`. The publisher reads it at once. */
export const siteFileBytes = 50_000_000

/** Milliseconds to read the size of an image. It usually takes 1 ms. */
export const imageTime = 1_000

/** Milliseconds to read the front matter of a file. It usually takes 1 ms. */
export const frontMatterTime = 1_000

/** Milliseconds to parse and transform a file, without its code. The longest article of the sample site takes 500. */
export const compileTime = 8_000

/** Milliseconds to print an article in all its forms. */
export const printTime = 4_000
