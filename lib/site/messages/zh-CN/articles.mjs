// Problems of articles (`lib/markdown`), without those of formulas.

/** @type {Readonly<Record<string, string>>} */
export const articles = {
  // Bibliography
  'Found the unknown type @{0}; the work is printed as a document of no kind.':
    '文献类型 @{0} 不存在，这条文献会按未分类的文献著录。',
  'Use a type of biblatex, such as @article, @book, @online, @standard, @patent, @dataset or @software.':
    '请使用 biblatex 的类型，例如 @article、@book、@online、@standard、@patent、@dataset 或 @software。',
  'Found the command \\{0} outside of a formula in "{1}"; it would be printed as text.':
    '“{1}”中的命令 \\{0} 在公式之外，会原样印出来。',
  'If it belongs to a formula, write dollars around it: $\\{0}…$. Otherwise write the characters themselves.':
    '如果属于公式，请在两边加上美元符号：$\\{0}…$；否则请直接写出字符。',
  'Found [@{0}]; expected a label of this article or a key of content/references.bib.':
    '[@{0}] 没有对应的目标，应为本文的标签，或 content/references.bib 中的条目。',
  'Did you mean @{0}?': '是否想写 @{0}？',
  'Add the work to content/references.bib.': '请在 content/references.bib 中加入这条文献。',
  'citationStyle: found "{0}"; expected one of {1}, or the path of a .csl file.':
    'citationStyle 的值是“{0}”，应为以下之一：{1}，或者 .csl 文件的路径。',
  'Found invalid BibTeX: {0}.': '这里不是有效的 BibTeX：{0}。',
  'Each entry is @type{key, field = {value}, …}. Count the braces and commas before this position.':
    '每个条目的写法是 @type{key, field = {value}, …}。请检查此处之前的花括号和逗号。',
  'Found the key "{0}" again; line {1} already defines it.': '条目“{0}”重复，第 {1} 行已经定义过。',
  'Give each work a different key.': '请给每条文献取不同的名字。',
  'Found a value that is not TeX in {0} of "{1}": {2}.': '“{1}”的字段 {0} 不是有效的 TeX：{2}。',
  'Close each brace and each $; write \\$ for a dollar sign.': '花括号和 $ 都要成对；美元符号本身写作 \\$。',
  'The style {0} has no letters for @{1}; it prints "{2}" as [Z], another kind.':
    '样式 {0} 没有 @{1} 的文献类型标识，“{2}”会标为 [Z]（其他）。',
  'Write the letters of the standard into the entry: mark = {A} for archives, {CM} for maps, {DB} for databases.':
    '请在条目中写出国标的标识：档案为 mark = {A}，舆图为 {CM}，数据库为 {DB}。',
  'The style {0} does not print the field {1} of "{2}" (@{3}).': '样式 {0} 不著录“{2}”（@{3}）的字段 {1}。',
  'Write its value into a field that is printed, or remove it.':
    '请把内容写进会著录的字段，或者删去这个字段。',

  // Limits of time
  Compiling: '编译',
  Printing: '输出',
  '{0} this file took longer than {1} s and was stopped. Its longest paragraph begins here.':
    '{0}这个文件超过了 {1} 秒，已经中止。最长的段落从这里开始。',
  'Split the paragraph, or the file, to find the part that takes so long.':
    '请拆分段落或文件，找出耗时的部分。',

  // Other dialects of Markdown
  'Write :::remark, the text, and ::: on separate lines, or a quote: > **注** text.':
    '请把 :::remark、正文和 ::: 各写一行，或者写成引用：> **注** 正文。',
  'Remove it. A theorem, figure or table has its name in braces: :::theorem{#thm-x}.':
    '请删去。定理、图和表的名字写在花括号里：:::theorem{#thm-x}。',
  'Remove it: the page shows the table of contents.': '请删去：页面会自动显示目录。',
  'a formula between \\( and \\), delimiters that are not enabled on this site':
    '用 \\( 和 \\) 括起的公式，本站没有启用这种写法',
  'Write $…$, or set mathBrackets in site.config.ts.':
    '请写 $…$，或者在 site.config.ts 中启用 mathBrackets。',
  'a formula between \\[ and \\], delimiters that are not enabled on this site':
    '用 \\[ 和 \\] 括起的公式，本站没有启用这种写法',
  'Write $$…$$, or set mathBrackets in site.config.ts.':
    '请写 $$…$$，或者在 site.config.ts 中启用 mathBrackets。',
  'the start of a formula between \\[ and \\], delimiters that are not enabled on this site':
    '用 \\[ 和 \\] 括起的公式的开头，本站没有启用这种写法',
  'Write $$ before and after the formula, or set mathBrackets in site.config.ts.':
    '请在公式前后写 $$，或者在 site.config.ts 中启用 mathBrackets。',
  'a formula of a forum': '论坛里的公式写法',
  'Write $…$ or $$…$$.': '请写 $…$ 或 $$…$$。',
  'a formula of AsciiDoc': 'AsciiDoc 的公式写法',
  'Write $…$.': '请写 $…$。',
  'a directive of reStructuredText': 'reStructuredText 的指令',
  'Write a formula between $$ and $$, a theorem between :::theorem and :::, or plain Markdown.':
    '公式写在两个 $$ 之间，定理写在 :::theorem 和 ::: 之间，其余写普通的 Markdown。',
  'a role of reStructuredText or MyST': 'reStructuredText 或 MyST 的角色',
  'Write $…$ for a formula, \\eqref{eq:x} for a reference, [@key] for a citation.':
    '公式写 $…$，引用公式写 \\eqref{eq:x}，引用文献写 [@key]。',
  'a label of bookdown': 'bookdown 的标签',
  'Write \\label{eq:x} in the formula.': '请在公式里写 \\label{eq:x}。',
  'a reference of bookdown': 'bookdown 的引用',
  'Write \\eqref{eq:x} for an equation, [@thm-x] for a theorem, figure or table.':
    '引用公式写 \\eqref{eq:x}，引用定理、图或表写 [@thm-x]。',
  'a reference of Quarto or pandoc-crossref': 'Quarto 或 pandoc-crossref 的引用',
  'a block whose name is not directly after the colons': '名称没有紧跟在冒号后面的块',
  'Write :::{0}.': '请写 :::{0}。',
  'theorem, or another kind of statement': 'theorem（或者其他种类的名称）',
  'a block of Pandoc or Quarto': 'Pandoc 或 Quarto 的块',
  'Write the kind directly after the colons: :::theorem{#thm-x}.':
    '种类要紧跟在冒号后面：:::theorem{#thm-x}。',
  'a callout of MkDocs': 'MkDocs 的提示块',
  'a callout of GitHub or Obsidian': 'GitHub 或 Obsidian 的提示块',
  'a heading without a space after #': '# 后面没有空格的标题',
  'Put a space after #.': '请在 # 后面加一个空格。',
  '# without a space after it': '后面没有空格的 #',
  'Write “# text” for a heading, “\\#” for the character.': '标题写“# 文字”，井号本身写作“\\#”。',
  'a table of contents of another engine': '其他程序的目录写法',
  'a keyword of Org mode': 'Org mode 的关键字',
  'Write Markdown, and code between ``` and ```.': '请写 Markdown，代码写在两行 ``` 之间。',
  'a definition list of PHP Markdown Extra or Pandoc': 'PHP Markdown Extra 或 Pandoc 的定义列表',
  'Write a list: - **term**: description.': '请写成列表：- **术语**：说明。',
  'an abbreviation of PHP Markdown Extra': 'PHP Markdown Extra 的缩写',
  'Remove it, and explain the abbreviation in the text.': '请删去，在正文里解释缩写。',
  'an inline footnote of Pandoc': 'Pandoc 的行内脚注',
  'Write [^1] here, and [^1]: with the text on a line of its own.':
    '请在此处写 [^1]，脚注的内容另起一行，以 [^1]: 开头。',
  'a link of Obsidian or a wiki': 'Obsidian 或维基的链接',
  'Write ![description](picture.svg).': '请写 ![说明](picture.svg)。',
  'Write [text](file.md).': '请写 [文字](file.md)。',
  'highlighted text of another engine': '其他程序的高亮写法',
  'Write <mark>text</mark>.': '请写 <mark>文字</mark>。',
  'a subscript of Pandoc': 'Pandoc 的下标',
  'Write a formula, $\\mathrm{H_2O}$ or $\\ce{H2O}$, or <sub>2</sub>.':
    '请写成公式 $\\mathrm{H_2O}$ 或 $\\ce{H2O}$，或者写 <sub>2</sub>。',
  'a superscript of Pandoc': 'Pandoc 的上标',
  'Write a formula, $x^2$, or <sup>2</sup>.': '请写成公式 $x^2$，或者写 <sup>2</sup>。',
  'a tag of Jekyll, Hexo or Hugo': 'Jekyll、Hexo 或 Hugo 的标签',
  'Write Markdown or a component: formulas between dollars, links as [text](file.md), images as ![…](…).':
    '请写 Markdown 或组件：公式写在美元符号之间，链接写 [文字](file.md)，图片写 ![…](…)。',
  'an attribute list of Pandoc or kramdown': 'Pandoc 或 kramdown 的属性列表',
  'a comment of Obsidian': 'Obsidian 的注释',
  'Write <!-- … -->, or {/* … */} in .mdx.': '请写 <!-- … -->；在 .mdx 中写 {/* … */}。',
  'a link whose target is not defined': '没有定义目标的链接',
  'Add a line [name]: address, or write [text](address).':
    '请另起一行写“[名称]: 地址”，或者直接写 [文字](地址)。',
  'an image or a link whose address contains a space': '地址中有空格的图片或链接',
  'Put the address between < and >: {0}[text](<{1}>).': '请用 < 和 > 括起地址：{0}[文字](<{1}>)。',
  'a link with full-width parentheses': '用全角括号的链接',
  'Write [text](address), with ASCII parentheses.': '请用半角括号：[文字](地址)。',
  'a link with a space between its text and its address': '文字与地址之间有空格的链接',
  'Remove the space: [text](address).': '请删去空格：[文字](地址)。',
  'Found {0}: {1}.': '“{0}”是{1}。',
  'a tab of MkDocs': 'MkDocs 的选项卡',
  'Write a heading or a list, and do not indent the text.': '请写成标题或列表，正文不要缩进。',
  'a file to include in MkDocs': 'MkDocs 的文件引入',
  'Copy the text into this file.': '请把内容复制到本文中。',
  'a label of MyST': 'MyST 的标签',
  'Write \\label{eq:x} in a formula, :::theorem{#thm-x}, or link to the id of a heading.':
    '公式里写 \\label{eq:x}，定理写 :::theorem{#thm-x}，标题可以用链接指向它的 id。',
  'the dashes of a table whose first row has another number of cells': '表格的分隔行，它的格数与第一行不同',
  'Write as many cells in both rows. In code, write \\| for the character.':
    '两行的格数要相同。代码中的竖线写作 \\|。',
  'rows of a table without a row of dashes': '没有分隔行的表格',
  'Put | - | - | after the first row. Write \\| for the character.':
    '请在第一行之后加上 | - | - |。竖线本身写作 \\|。',
  'inserted text or a key of another engine': '其他程序的插入文字或按键写法',
  'Write <ins>text</ins> or <kbd>key</kbd>.': '请写 <ins>文字</ins> 或 <kbd>按键</kbd>。',
  'quotation marks of LaTeX': 'LaTeX 的引号',
  'Write “text”.': '请写 “文字”。',
  'an emoji or an icon of another engine': '其他程序的表情或图标写法',
  'Write the character.': '请直接写出字符。',
  'the name of a block of Obsidian': 'Obsidian 的块名称',
  'a link whose text is in the place of its address': '文字与地址写反了的链接',
  'a link with its brackets exchanged': '方括号与圆括号写反了的链接',
  'Found {0}, in HTML. Readers would see it as text.': 'HTML 里有{0}，读者会看到原样的文字。',
  'Found {0} of Markdown in HTML, where it is text.': 'HTML 里有 Markdown 的{0}，在这里只是普通文字。',
  'bold text': '粗体',
  'deleted text': '删除线',
  'an image': '图片',
  'a link': '链接',
  'a footnote': '脚注',
  emphasis: '强调',
  code: '代码',
  'a heading': '标题',
  'a quote': '引用',
  'the note in the text': '直接写在正文里的说明',
  'Write {0}, or put a blank line before and after the Markdown.':
    '请改为{0}，或者在 Markdown 前后各空一行。',
  'Found {0}; readers would see its source as code.': '这是{0}，读者会看到它的源代码。',
  '{0} To show code, write "text" after the backquotes.':
    '{0}如果本来就是要显示代码，请在反引号后面写“text”。',
  'a diagram of another engine': '其他程序的图表',
  'Save the diagram as a picture: ![description](picture.svg).': '请把图表存为图片：![说明](picture.svg)。',
  'a formula of another engine': '其他程序的公式',
  'Write the formula between $$ and $$.': '请把公式写在两个 $$ 之间。',
  'a callout of another engine': '其他程序的提示块',
  'Write :::remark, the text, and ::: on separate lines.': '请把 :::remark、正文和 ::: 各写一行。',
  'a block of Obsidian': 'Obsidian 的代码块',
  'Write its result as Markdown.': '请把它的结果写成 Markdown。',
  'a directive of MyST': 'MyST 的指令',
  'Write :::theorem or another kind of statement, a formula between $$ and $$, or plain Markdown.':
    '定理等写 :::theorem 或其他种类，公式写在两个 $$ 之间，其余写普通的 Markdown。',
  'Found {0}: {1}. Readers would see it as text.': '“{0}”是{1}，读者会看到原样的文字。',

  // MDX
  'In .mdx, { and < start code: write \\{ or \\< for the characters, write TeX between dollars, or name the file .md.':
    '在 .mdx 中，{ 和 < 是代码的开头。字符本身写作 \\{ 或 \\<，TeX 写在美元符号之间，或者把文件改名为 .md。',
  'Found an end tag without its start tag.': '结束标签没有对应的开始标签。',
  'Remove it, or add the start tag before it, in the same block.': '请删去，或者在同一块的前面加上开始标签。',
  'Found <{0}> without a slash; in .mdx every element is closed.':
    '<{0}> 缺少斜杠：在 .mdx 中，每个元素都要关闭。',
  'Write <{0}/>.': '请写 <{0}/>。',
  'Found <{0}> without its end tag </{1}>.': '<{0}> 没有结束标签 </{1}>。',
  'Add </{0}> in the same block: a tag in a line ends in that paragraph, and a tag alone on its line ends alone on a line. Write \\< for the character.':
    '请在同一块中加上 </{0}>：行内的标签在同一段结束；独占一行的标签，结束标签也独占一行。字符本身写作 \\<。',
  'Found an HTML comment; in .mdx comments are between {/* and */}.':
    '这是 HTML 注释；在 .mdx 中，注释写在 {/* 和 */} 之间。',
  'Write {/* … */}, or name the file .md.': '请写 {/* … */}，或者把文件改名为 .md。',
  'Found an address between < and >; in .mdx < starts an element.':
    '网址写在了 < 和 > 之间；在 .mdx 中，< 是元素的开头。',
  'Write the address without < and >, or [text]({0}).': '请去掉 < 和 >，或者写 [文字]({0})。',
  'Found < before {0}; in .mdx < starts an element.': '< 后面是 {0}；在 .mdx 中，< 是元素的开头。',
  'Write \\< for the character, or put the formula between dollars.':
    '字符本身写作 \\<；如果是公式，请写在美元符号之间。',
  'Found {0}, which is not an expression; expected text, a formula or a component.':
    '“{0}”不是表达式，应为文字、公式或组件。',
  'Found the expression {{0}}; expected text, a formula or a component.':
    '这里是表达式 {{0}}，应为文字、公式或组件。',
  'Write \\{ for a brace, put TeX between dollars, or name the file .md, where braces are plain text.':
    '花括号本身写作 \\{，TeX 写在美元符号之间；或者把文件改名为 .md，其中花括号是普通字符。',
  'Found an import or export; articles are data and run no code.':
    '这里是 import 或 export；文章是数据，不运行代码。',
  'Put the component into site/components and use it by name, without an import.':
    '请把组件放进 site/components，直接使用它的名字，不必导入。',
  'Found {{0}} in the attributes of <{1}>; expected name="value".':
    '<{1}> 的属性中有 {{0}}，应为 name="value"。',
  'Write each attribute as name="value".': '每个属性都要写成 name="value"。',
  'Found <{0}>, which is not a component of this site; expected {1}.': '本站没有组件 <{0}>，应为{1}。',
  'a component in site/components': 'site/components 中的组件',
  'Check the spelling, or add site/components/{0}.tsx.': '请检查拼写，或者新建 site/components/{0}.tsx。',
  'The component <{0}> cannot be used: {1}.': '组件 <{0}> 不能使用：{1}。',
  'Correct site/components/{0}.tsx.': '请改正 site/components/{0}.tsx。',
  'Found <{0}> with props that do not match its schema: {1}.': '<{0}> 的属性不符合它的 schema：{1}。',
  'site/components/{0}.tsx exports the schema.': 'schema 由 site/components/{0}.tsx 导出。',
  'Found {0}={{1}}; expected a literal: a number, true, "text" or a list.':
    '{0}={{1}} 不是字面量，应为数字、true、"文字"或列表。',
  'Write {0}={3.2} or {1}="text"; write lists and objects as JSON.':
    '请写 {0}={3.2} 或 {1}="文字"；列表和对象写成 JSON。',
  'Found <{0}> in an .md file, in which components are not available; readers would see nothing.':
    '.md 文件中不能使用组件，<{0}> 不会显示出来。',
  'Name the file .mdx, or write \\< for the character.': '请把文件改名为 .mdx；如果是小于号本身，写作 \\<。',

  // Commands of LaTeX outside of formulas
  'Write [@key]; works are in content/references.bib.': '请写 [@key]；文献在 content/references.bib 中。',
  'Write a heading: ## text.': '请写成标题：## 文字。',
  'Remove it: the page sets its own layout.': '请删去：版式由页面决定。',
  'Put the definition into a formula ($\\newcommand{…}{…}$), or under macros in the front matter or in site.config.ts.':
    '请把定义写进公式（$\\newcommand{…}{…}$），或者写进文件头或 site.config.ts 的 macros。',
  'Set numbering in the front matter: { start: 50 }, { by: section } or continue. A \\tag{…} sets one number.':
    '请在文件头设置 numbering：{ start: 50 }、{ by: section } 或 continue。单个编号用 \\tag{…}。',
  'Remove it: packages cannot be loaded. KaTeX has the commands of amsmath, and macros in site.config.ts or in the front matter define more.':
    '请删去：不能加载宏包。KaTeX 已有 amsmath 的命令，其他命令可以在 site.config.ts 或文件头的 macros 中定义。',
  'Remove it: the list of works follows the article. Works are in content/references.bib.':
    '请删去：参考文献会自动列在文末。文献在 content/references.bib 中。',
  'Pages have no numbers: write \\ref{…}, or \\eqref{…} for an equation.':
    '网页没有页码：请写 \\ref{…}，引用公式写 \\eqref{…}。',
  'Write a link: [text](#eq-x) for the label eq:x, or \\eqref{eq:x}.':
    '请写成链接：标签 eq:x 对应 [文字](#eq-x)，或者写 \\eqref{eq:x}。',
  'Write \\cref{…} or \\eqref{…}.': '请写 \\cref{…} 或 \\eqref{…}。',
  'Put \\label{…} into a displayed formula. A theorem has its name in braces: :::theorem{#thm-x}.':
    '\\label{…} 要写在独立公式里。定理的名字写在花括号里：:::theorem{#thm-x}。',
  'Put it into a displayed formula, between $$ and $$ or in an environment.':
    '请写在独立公式里，即两个 $$ 之间或公式环境中。',
  'Write a footnote: [^1], and on a line of its own [^1]: text.':
    '请写成脚注：文中写 [^1]，另起一行写“[^1]: 内容”。',
  'Write **text**.': '请写 **文字**。',
  'Write *text*.': '请写 *文字*。',
  'Write `text`.': '请写 `文字`。',
  'Write the text without the command.': '请去掉命令，直接写文字。',
  'Write a list: - text, or 1. text.': '请写成列表：- 文字，或者 1. 文字。',
  'Write the caption as the title of the image: ![description](picture.svg "caption").':
    '图注写在图片的标题里：![说明](picture.svg "图注")。',
  'Write the address without the command, or [text](https://…).':
    '请去掉命令，直接写网址，或者写 [文字](https://…)。',
  'Write [text](https://…).': '请写 [文字](https://…)。',
  'Copy the text into this file: files cannot include others.':
    '请把内容复制到这个文件里：文件不能包含其他文件。',
  'Remove it: write :::theorem, :::lemma or another kind of statement (docs/mathematics.md).':
    '请删去，改写 :::theorem、:::lemma 等（见 docs/zh-CN/mathematics.md）。',
  'Write title, date and authors in the front matter.':
    '标题、日期和作者写在文件头里（title、date、authors）。',
  'Write … or ……': '请写 … 或 ……',
  'Write it as a formula: $\\LaTeX$.': '请写成公式：$\\LaTeX$。',
  'Write the proof between :::proof and :::; the page adds the sign.':
    '证明写在 :::proof 和 ::: 之间，证毕符号由页面添加。',
  'Write \\begin{equation}, or \\begin{align} for several rows.':
    '请写 \\begin{equation}；多行公式写 \\begin{align}。',
  'Write ![description](picture.svg "caption"): the picture is a file beside the article.':
    '请写 ![说明](picture.svg "图注")：图片是与文章放在一起的文件。',
  'Write a table of Markdown: | a | b |.': '请写 Markdown 的表格：| a | b |。',
  'Write the code between ``` and ```.': '代码写在两行 ``` 之间。',
  'Write a quote: > text.': '请写成引用：> 文字。',
  'Remove it: the file contains the text only.': '请删去：文件里只有正文。',
  'Write summary in the front matter.': '摘要写在文件头的 summary 里。',
  'Write :::{0}, the text, and ::: on separate lines (docs/mathematics.md).':
    '请把 :::{0}、正文和 ::: 各写一行（见 docs/zh-CN/mathematics.md）。',
  'Put $$ before \\begin and after \\end.': '请在 \\begin 之前和 \\end 之后加上 $$。',
  'Outside of dollars, the environments are {0}.': '不写美元符号时，可以用的环境有：{0}。',
  'Found \\begin{{0}} outside of a formula.': '\\begin{{0}} 在公式之外。',
  'Found \\{0} outside of a formula.': '\\{0} 在公式之外。',
  'Found \\{0} outside of a formula; readers would see the command.':
    '\\{0} 在公式之外，读者会看到命令本身。',
  'Found \\{0}{{1}} without its \\{2}{{3}} in the same paragraph.':
    '\\{0}{{1}} 在同一段中没有对应的 \\{2}{{3}}。',
  'Found \\begin{{0}} without its \\end{{1}} in the same paragraph.':
    '\\begin{{0}} 在同一段中没有对应的 \\end{{1}}。',
  'Add \\{0}{{1}}, and remove blank lines in the formula. Put it in backquotes to show it as code.':
    '请加上 \\{0}{{1}}，并删去公式中的空行。要原样显示代码，请用反引号括起来。',
  'Add \\end{{0}}, and remove blank lines in the formula. Put it in backquotes to show it as code.':
    '请加上 \\end{{0}}，并删去公式中的空行。要原样显示代码，请用反引号括起来。',

  // Images
  'Found the remote image {0}; expected a file of this site.': '图片 {0} 在别的网站上，应为本站的文件。',
  'Found an image without a path.': '图片没有路径。',
  'Give the path of its file: ![…](picture.svg).': '请写出文件的路径：![…](picture.svg)。',
  'A path that starts with / is below {0}/; one without is relative to the folder of the article, {1}.':
    '以 / 开头的路径从 {0}/ 算起；不以 / 开头的路径从文章所在的文件夹 {1} 算起。',
  'The path is relative to the folder of the article, {0}; one that starts with / is below {1}/.':
    '路径从文章所在的文件夹 {0} 算起；以 / 开头的路径从 {1}/ 算起。',
  'Found an image of another type, {0}; expected {1}.': '不支持 {0} 的图片类型，应为 {1}。',
  'Convert the image, or correct the extension of its name.': '请转换图片，或者改正文件的扩展名。',
  'The size of {0} cannot be read; expected {1}.': '无法读取 {0} 的尺寸，应为 {1}。',
  'Save the image next to the article and use the name of the file, or list its host in imageHosts in site.config.ts: then readers load it from there.':
    '请把图片存到文章旁边并写文件名；也可以把它的网站列入 site.config.ts 的 imageHosts，读者会从那里加载。',
  'Found the file {0}, whose type is not served.': '文件 {0} 的类型不能发布。',
  'Put it into a .zip. Served are images, {0} and similar types (docs/media.md).':
    '请放进 .zip。可以发布的有图片、{0} 和类似的类型（见 docs/zh-CN/media.md）。',
  'Found no file at {0}.': '文件 {0} 不存在。',
  'Found {0} at {1}; expected a file.': '{1} 是{0}，应为文件。',
  'Give the path of the file.': '请写文件的路径。',
  'Found a file of {0} bytes at {1}; expected at most {2}.': '文件 {1} 有 {0} 字节，最多 {2} 字节。',
  'The file {0} cannot be read ({1}).': '无法读取文件 {0}（{1}）。',
  'Found the remote cover {0}; expected a file of this site.': '封面 {0} 在别的网站上，应为本站的文件。',
  'Save the image next to the article and write its name.': '请把图片存到文章旁边，并写文件名。',
  'Found an image with srcset; expected only src.': '图片有 srcset，应当只有 src。',
  'Give the largest file as src: smaller versions are made from it.':
    'src 请写最大的文件，较小的版本会自动生成。',
  'Found <source> with srcset; expected <img> with src.':
    '这里是带 srcset 的 <source>，应为带 src 的 <img>。',
  'Smaller versions of images are made from the file that src names.':
    '较小的版本会根据 src 的文件自动生成。',
  'Found <{0}> with {1}; expected a file of this site.': '<{0}> 的地址是 {1}，应为本站的文件。',
  'Save the file next to the article and write its name, or list the host in embeds in site.config.ts: then it loads when a reader plays it.':
    '请把文件存到文章旁边并写文件名；也可以把它的网站列入 site.config.ts 的 embeds，读者播放时才加载。',
  'Save the file next to the article and write its name: pages send no requests to other hosts.':
    '请把文件存到文章旁边并写文件名：页面不向其他网站发送请求。',
  'Found <iframe> with {0}; expected the address of a host in embeds in site.config.ts{1}.':
    '<iframe> 的地址是{0}，应属于 site.config.ts 的 embeds 所列的网站{1}。',
  'no src': '空的',
  ': {0}': '：{0}',
  'Write the address of the contents, https://…, or a link to it.':
    '请写内容的地址 https://…，或者写成链接。',
  "Add '{0}' to embeds: then its contents load when a reader clicks. Or write a link to it.":
    "请把 '{0}' 加入 embeds，读者点击时才加载；或者写成链接。",
  'Found no image at {0}.': '图片 {0} 不存在。',
  '{0} Check the name, including upper and lower case.': '{0}请检查文件名，包括大小写。',
  'Found {0} at {1}; expected an image.': '{1} 是{0}，应为图片。',
  'a folder': '文件夹',
  'no file': '特殊文件',
  'Give the path of the image file.': '请写图片文件的路径。',
  'Found an image of {0} bytes at {1}; expected at most {2}.': '图片 {1} 有 {0} 字节，最多 {2} 字节。',
  'Make it smaller, or compress it.': '请缩小或压缩图片。',
  'The image {0} cannot be read ({1}).': '无法读取图片 {0}（{1}）。',
  'Check the permissions of the file, and replace symbolic links that form a cycle.':
    '请检查文件的权限；如果是循环的符号链接，请换成文件。',
  'Found an image without alternative text.': '图片没有替代文字。',
  'Describe it for readers who cannot see it: ![description](…).':
    '请为看不见图片的读者写一句说明：![说明](…)。',

  // Size and nesting
  'Found an article whose printed forms have {0} characters; expected at most {1}.':
    '这篇文章的各种输出共有 {0} 个字符，最多 {1} 个。',
  'Split the article in two, or look for a formula that is very long.':
    '请把文章分成两篇，或者找出特别长的公式。',
  '{0} levels of Markdown and HTML': '{0} 层 Markdown 和 HTML',
  '{0} nested quotes and lists': '{0} 层引用和列表',
  '{0} nested statements (:::)': '{0} 层 ::: 块',
  'Found more than {0} quotes and underlined headings in one file.':
    '一个文件中的引用和用下划线标出的标题超过了 {0} 个。',
  'Split the article, or write headings with #.': '请拆分文章，或者用 # 写标题。',
  '{0} open brackets': '{0} 个没有闭合的方括号',
  '{0} open braces': '{0} 个没有闭合的花括号',
  'Found a paragraph with more than {0} closing brackets.': '这一段的右方括号超过了 {0} 个。',
  'Split the paragraph.': '请拆分这一段。',
  'Found {0}: nested too deeply; expected at most {1} levels.': '嵌套太深：有{0}，最多 {1} 层。',
  'Check that everything is closed, or split it.': '请检查是否都已闭合，或者拆分内容。',
  'Found a file of {0} characters; expected at most {1}.': '文件有 {0} 个字符，最多 {1} 个。',
  'Split it into several articles, for example a series.': '请分成几篇文章，例如一个系列。',
  'Found something nested too deeply; expected at most {0} levels. The longest paragraph begins here.':
    '嵌套太深，最多 {0} 层。最长的段落从这里开始。',
  'Found a paragraph with more than {0} stars, underscores and tildes.':
    '这一段的星号、下划线和波浪号超过了 {0} 个。',
  'Found {0} after this line.': '这一行之后{0}。',
  '{0} more problem': '还有 {0} 个问题',
  'Most of them may have one cause: start with the first.': '它们可能出自同一个原因，请从第一个问题改起。',
  'warning: {0}': '警告：{0}',
  'The compiler failed on this file: {0}. Its longest paragraph begins here.':
    '编译这个文件时程序出错：{0}。最长的段落从这里开始。',
  'This is a bug of the compiler: please report it with the file. To find the part that causes it, remove half of the file and save, then half of the rest.':
    '这是编译程序的错误，请连同文件一起报告。要找出是哪一部分引起的，可以删去一半内容再保存，然后再删去剩下的一半。',

  // Code
  'Found the code language "{0}", which the highlighter does not know; the code has no colours.':
    '不认识代码语言“{0}”，代码不会着色。',
  'Write a formula between $$ and $$. For code, use a name from shiki.style/languages, or "text" for no colours.':
    '公式写在两个 $$ 之间。如果是代码，请使用 shiki.style/languages 中的名称；不着色写“text”。',
  'Did you mean {0}? Otherwise use a name from shiki.style/languages, or "text" for no colours.':
    '是否想写 {0}？否则请使用 shiki.style/languages 中的名称；不着色写“text”。',
  'Use a name from shiki.style/languages, or "text" for no colours.':
    '请使用 shiki.style/languages 中的名称；不着色写“text”。',
  'Highlighting this code took longer than {0} s and was stopped.': '为这段代码着色超过了 {0} 秒，已经中止。',
  'Write "text" after the backquotes to turn highlighting off, or shorten the code.':
    '请在反引号后面写“text”，不再着色，或者缩短代码。',

  // Links
  'Found a link without an address.': '链接没有地址。',
  'Write [text](address).': '请写 [文字](地址)。',
  'Found a link to {0}, which is relative to the article: the address of another site starts with https://.':
    '链接 {0} 会从本文的地址算起；其他网站的地址以 https:// 开头。',
  'Write https://{0}.': '请写 https://{0}。',
  'Found a link to {0}; there is no file {1}.': '链接 {0} 指向的文件 {1} 不存在。',
  'Check the name, including upper and lower case. The path is relative to the folder of the article.':
    '请检查文件名，包括大小写。路径从文章所在的文件夹算起。',
  'Found {0} directly after a URL; a URL ends before the first character that is not ASCII.':
    '网址后面紧跟着“{0}”；网址在第一个非 ASCII 字符之前结束。',
  'If it is part of the address, write [text]({0}{1}). If not, put a space before it.':
    '如果属于网址，请写 [文字]({0}{1})；否则请在它前面加一个空格。',

  // Text
  'Found ** that makes nothing bold.': '这里的 ** 没有产生粗体。',
  'Put no space inside the stars, as in **bold**, and close them in the same paragraph. Write \\** for the characters.':
    '星号内侧不要有空格，如 **粗体**，并在同一段中闭合。字符本身写作 \\**。',
  'Found [^{0}]; no footnote has that name.': '脚注 [^{0}] 没有内容。',
  'Did you mean [^{0}]?': '是否想写 [^{0}]？',
  'Add its text on a line of its own: [^{0}]: text.': '请另起一行写出内容：“[^{0}]: 文字”。',
  'Found the text of the footnote [^{0}], which nothing refers to; readers do not see it.':
    '文中没有引用脚注 [^{0}]，读者看不到它的内容。',
  'Write [^{0}] at the place in the text, or remove it.': '请在文中相应的位置写 [^{0}]，或者删去脚注。',
  'Found :::{0} without its closing :::; it continues to the end of what contains it.':
    ':::{0} 没有结束的 :::，会一直延续到外层的末尾。',
  'Put ::: on a line of its own after it. A statement that contains others needs more colons than they have.':
    '请在它后面单独写一行 :::。包含其他块的块，冒号要比里面的多。',
  'Found :::{0}; expected one of {1}.': '没有 :::{0}，应为以下之一：{1}。',
  'Check the spelling. Put a backslash before the colons to show them.':
    '请检查拼写。要显示冒号本身，请在前面加反斜杠。',
  'Found the teaser marker inside another block; expected it on a separate line between blocks.':
    '摘要的结束标记在其他块里面，应在块与块之间独占一行。',
  'Put it at the start of a line, with a blank line before and after.': '请把它写在行首，前后各空一行。',
  'Found a second teaser marker; expected at most one in a file.':
    '这是第二个摘要结束标记，每个文件最多一个。',
  'Remove one of the two.': '请删去其中一个。',

  // HTML, emphasis, tables
  'Found <{0}>, which an article cannot contain.': '文章里不能写 <{0}>。',
  'Write a component (docs/customising.md), or load a file of site/public in the slot Head.':
    '请写成组件（见 docs/zh-CN/customising.md），或者在插槽 Head 中加载 site/public 里的文件。',
  'Write a component (docs/customising.md).': '请写成组件（见 docs/zh-CN/customising.md）。',
  'Put the rules into site/style.css.': '请把样式写进 site/style.css。',
  'Put the rules into site/style.css, and the file into site/public.':
    '请把样式写进 site/style.css，文件放进 site/public。',
  'Remove it: it would change the target of every link of the page.':
    '请删去：它会改变页面上所有链接的目标。',
  'Remove it: the front matter sets what the head of the page contains.':
    '请删去：页面的 head 由文件头决定。',
  'Link to the file, or use <video> or <audio>.': '请链接到文件，或者使用 <video> 或 <audio>。',
  'Remove it: browsers do not run applets any more.': '请删去：浏览器已不再运行 applet。',
  'Found the attribute {0}, which browsers do not run on pages of this site.':
    '浏览器在本站的页面上不执行属性 {0}。',
  'Found a link that starts with {0}:; expected https:, http: or mailto:, or a relative address.':
    '链接以 {0}: 开头，应以 https:、http: 或 mailto: 开头，或为相对地址。',
  'Correct the address, or write it as text in backquotes.': '请改正地址，或者用反引号括起来作为文字。',
  'Found {0} that makes nothing italic.': '{0} 没有构成斜体。',
  'Put no space inside, as in {0}word{1}. Write \\{2} for the character.':
    '符号内侧不要有空格，例如 {0}word{1}。字符本身写作 \\{2}。',
  'Found a row with {0} cells in a table with {1}; readers would not see the rest.':
    '表格只有{1}，这一行却有 {0} 格，读者看不到多出的部分。',
  '{0} column': '{0} 列',
  'Write as many cells in the first row. Write \\| for the character, in code too.':
    '第一行也要写这么多格。竖线本身写作 \\|，在代码中也一样。',

  // Articles of guests, and addresses
  "Found <{0}>, which an article of a guest cannot contain (trust: 'low').":
    "客座作者的文章不能含有 <{0}>（trust: 'low'）。",
  'Write Markdown, or HTML for text, tables, images and media. docs/security.md lists what is allowed.':
    '请用 Markdown，或者用于文字、表格、图片和音视频的 HTML。允许的内容见 docs/zh-CN/security.md。',
  'Found {0}="{1}" at <{2}>, which an article of a guest cannot contain (trust: \'low\').':
    '<{2}> 上有 {0}="{1}"，客座作者的文章不能含有它（trust: \'low\'）。',
  'Remove the attribute. docs/security.md lists what is allowed.':
    '请删去这个属性。允许的内容见 docs/zh-CN/security.md。',
  'Found the id "{0}", which scripts could take for a value of their own; expected a hyphen or a Han character in it (trust: \'low\').':
    "脚本可能把 id “{0}”当成自己的变量，其中应有连字符或汉字（trust: 'low'）。",
  'Write note-{0} instead, also where it is referred to.': '请改成 note-{0}，引用它的地方也一起改。',
  "Found the component <{0}>, which an article of a guest cannot contain (trust: 'low').":
    "客座作者的文章不能使用组件 <{0}>（trust: 'low'）。",
  'Write Markdown instead, or show a picture.': '请改用 Markdown，或者放一张图片。',
  'Found {0} = {{1}} in "{2}"; expected {3}.': '“{2}”中有 {0} = {{1}}，应为{3}。',
  'Correct the address, or remove the field.': '请改正地址，或删去这个字段。',
  'an address that starts with https:, http: or mailto:, or a relative one':
    '以 https:、http: 或 mailto: 开头的地址，或相对地址',
}
