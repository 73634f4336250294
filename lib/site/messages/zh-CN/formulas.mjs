// Problems of formulas and their numbers (`lib/markdown`).

/** @type {Readonly<Record<string, string>>} */
export const formulas = {
  // Dollars
  'Found $$ that starts no formula: expected another $$ in this paragraph, without a blank line before it.':
    '$$ 没有构成公式：同一段中应有另一个 $$，中间不能有空行。',
  'Close the formula with $$, and remove blank lines in it. Write \\$\\$ for the characters.':
    '请用 $$ 结束公式，并删去公式中的空行。字符本身写作 \\$\\$。',
  'Found {0}, which opens no formula; expected $ or $$.': '{0} 不能开始公式，应为 $ 或 $$。',
  'Write {0} for the characters.': '字符本身写作 {0}。',
  'Write $x$ without spaces inside the dollars. Write \\$ for a dollar sign.':
    '请写 $x$，美元符号内侧不要有空格。美元符号本身写作 \\$。',
  'Found the full-width ＄, which opens no formula.': '全角的 ＄ 不能开始公式。',
  'Write $x$.': '请写 $x$。',
  'Found $ that opens no formula: it is followed by a space.': '$ 没有构成公式：它后面是空格。',
  'Found $ that opens no formula: the next $ is preceded by a space, and closes none.':
    '$ 没有构成公式：下一个 $ 前面是空格，不能结束公式。',
  'Found $ that opens no formula: the next $ is followed by a digit, and closes none.':
    '$ 没有构成公式：下一个 $ 后面是数字，不能结束公式。',
  'Put the number into the formula, or a space before it. Write \\$ for a dollar sign.':
    '请把数字写进公式，或者在它前面加一个空格。美元符号本身写作 \\$。',
  'Found $ that opens no formula: expected another $ in this paragraph.':
    '$ 没有构成公式：同一段中应有另一个 $。',
  'Close the formula with $. Write \\$ for a dollar sign.': '请用 $ 结束公式。美元符号本身写作 \\$。',
  'Found {0} that opens no formula.': '{0} 没有构成公式。',
  'Close the formula, without spaces inside the dollars. Write \\$ for a dollar sign.':
    '请结束公式，美元符号内侧不要有空格。美元符号本身写作 \\$。',
  'Found the command {0} outside of a formula; readers would see it.':
    '命令 {0} 在公式之外，读者会看到命令本身。',
  'Put the formula between dollars: $…$. Put text in backquotes to show it as it is.':
    '公式写在美元符号之间：$…$。要原样显示，请用反引号括起来。',
  'Found prose in a formula.': '公式里有成句的文字。',
  'Check that no dollar is missing before or in this formula. Put words that belong to it in \\text{…}.':
    '请检查前面或公式中是否漏写了美元符号。属于公式的文字写在 \\text{…} 里。',
  'Found too many formulas before this position that never end.': '此处之前没有结束的公式太多。',
  'Close each $, $$ and \\begin{…}; write \\$ for a dollar sign.':
    '$、$$ 和 \\begin{…} 都要成对；美元符号本身写作 \\$。',

  // Characters of other programs in formulas
  'Found the full-width {0} in a formula.': '公式里有全角的“{0}”。',
  'Write {0}': '请写半角的 {0}',
  'Put it after the formula, or in \\text{…}.': '请写到公式后面，或者写在 \\text{…} 里。',
  'Found a formula of WordPress: here latex would be part of it.':
    '这是 WordPress 的公式写法：在这里 latex 会成为公式的一部分。',
  'Found a formula of GitLab: here the backquotes would be part of it.':
    '这是 GitLab 的公式写法：在这里反引号会成为公式的一部分。',
  'Write the TeX only: $…$.': '请只写 TeX：$…$。',
  'Found {0} in a formula, which is {1}.': '公式里的 {0} 表示{1}。',
  'Write {0}: nothing in a formula has to be escaped from Markdown.':
    '请写 {0}：公式里的字符不必为 Markdown 转义。',
  'HTML, not TeX': 'HTML，不是 TeX',
  'two line breaks': '换两次行',
  'a line break': '换行',
  'an underscore, not a subscript': '下划线，不是下标',
  'not a command of TeX': '的不是 TeX 的命令',
  'an accent': '重音',
  'the character &, not a column': '字符 &，不是分列',
  'Found a formula of kramdown in a sentence: between two dollars it is on a line of its own here.':
    '句子里有 kramdown 的公式写法；在这里，两个美元符号之间的公式单独成行。',
  'Write $…$ in sentences.': '句子里的公式请写 $…$。',

  // Numbers and labels
  'Found the label "{0}" again; line {1} already defines it.': '标签“{0}”重复，第 {1} 行已经定义过。',
  'Give each label a different name: a reference must identify one of them.':
    '请给每个标签取不同的名字，这样引用才能确定指向哪一个。',
  'Found \\{0} in an inline formula; only displayed formulas have numbers.':
    '行内公式里有 \\{0}；只有独立公式才有编号。',
  'Write the formula between $$ and $$, or remove the command.':
    '请把公式写在两个 $$ 之间，或者删去这个命令。',
  'Found \\begin{{0}} inside another formula: erroneous nesting of equation structures.':
    '\\begin{{0}} 在另一个公式里面，公式环境不能嵌套。',
  'Write {0} there, or remove the dollars and put what is around it into the first row.':
    '请改用 {0}；或者去掉美元符号，把外面的内容写进第一行。',
  'Found a blank line inside {0}; in TeX a blank line ends the paragraph, and the formula with it.':
    '{0} 里有空行；在 TeX 中，空行会结束段落，公式也随之结束。',
  'Remove the line, or put % on it.': '请删去空行，或者在这一行写 %。',
  'Found a second \\tag in one row; a row has one number.': '同一行有第二个 \\tag；一行只有一个编号。',
  'Remove one, or break the row with \\\\.': '请删去一个，或者用 \\\\ 换行。',
  'Found a second label, "{0}", in one row; a row has one label.':
    '同一行有第二个标签“{0}”；一行只有一个标签。',
  'Keep one of the two.': '请只保留其中一个。',
  'Found the label "{0}" on a row without a number.': '标签“{0}”所在的行没有编号。',
  'Number the row (an environment without *, no \\notag), give it a \\tag, or remove the label.':
    '请让这一行有编号（使用不带 * 的环境，不写 \\notag），或者加上 \\tag，或者删去标签。',
  'Found \\begin{subequations} without its \\end{subequations}.':
    '\\begin{subequations} 没有对应的 \\end{subequations}。',
  'Add \\end{subequations} after the last of its equations.':
    '请在最后一个公式之后加上 \\end{subequations}。',
  'Found \\begin{subequations} inside subequations.': 'subequations 里面又有 \\begin{subequations}。',
  'Found \\end{subequations} without its beginning.': '\\end{subequations} 没有对应的开头。',
  'Each \\begin{subequations} has one \\end{subequations}, and they do not nest.':
    '\\begin{subequations} 和 \\end{subequations} 要成对，不能嵌套。',
  'Found a \\tag that contains its own number, through \\ref{{0}}.':
    '\\tag 通过 \\ref{{0}} 用到了自己的编号。',
  'Refer to an equation whose number does not depend on this one.': '请引用编号与这个公式无关的公式。',
  'Found \\label{{0}} in running text, where nothing has a number.':
    '\\label{{0}} 写在了正文里，这里没有可以编号的内容。',
  'Put it into the formula. For a theorem, figure or table, write {#name} after its kind; headings have links of their own.':
    '请写到公式里。定理、图和表在种类后面写 {#name}；标题自带链接。',
  'Found \\setcounter{equation} in an article whose numbers continue those of another.':
    '这篇文章的编号接着另一篇，其中不能有 \\setcounter{equation}。',
  'Remove it, or remove numbering: continue from the front matter.':
    '请删去它，或者删去文件头的 numbering: continue。',
  'Found \\{0}{equation}{{1}}; expected a whole number.': '\\{0}{equation}{{1}} 的值应为整数。',
  'Write the number itself, or set the field numbering in the front matter.':
    '请直接写数字，或者在文件头设置 numbering。',
  'Found \\{0}{{1}}; an article does not set the form of its numbers in the text.':
    '\\{0}{{1}} 无效：编号的形式不在正文里设置。',
  'Set the field numbering in the front matter: { by: section } for (2.1), { start: 8 }, or continue. For a letter before a number, use \\tag.':
    '请在文件头设置 numbering：{ by: section } 得到 (2.1)，{ start: 8 } 指定起点，continue 接着上一篇。编号前的字母用 \\tag。',
  'Found {0} numbers and references in one formula; expected at most {1}.':
    '一个公式里有 {0} 个编号和引用，最多 {1} 个。',
  'Split the formula.': '请拆分公式。',

  // Limits
  'a formula of {0} levels': '{0} 层的公式',
  'Found a formula of {0} characters; expected at most {1}.': '公式有 {0} 个字符，最多 {1} 个。',
  'Found {0} with {1} characters; expected at most {2}.': '{0} 有 {1} 个字符，最多 {2} 个。',
  'Use a separate {0} for each equation or quantity.': '请为每个反应式或每个量单独写一个 {0}。',
  'it is nested too deeply, or its macros become too long; expected at most {0} levels.':
    '嵌套太深，或者宏展开后太长，最多 {0} 层。',
  'Split the formula. Each \\displaystyle, \\bf or \\color adds a level too, and macros that repeat their argument double its length.':
    '请拆分公式。每个 \\displaystyle、\\bf 或 \\color 也增加一层；重复使用参数的宏会使长度加倍。',
  'Typesetting this formula took longer than {0} s and was stopped.': '排版这个公式超过了 {0} 秒，已经中止。',
  'Look for macros that repeat their argument inside each other.': '请检查是否有重复使用参数的宏相互嵌套。',
  'Found a formula that becomes {0} characters of HTML; expected at most {1}.':
    '公式输出的 HTML 有 {0} 个字符，最多 {1} 个。',
  'Split the formula, or look for macros that repeat their argument.':
    '请拆分公式，或者检查重复使用参数的宏。',

  // KaTeX
  'KaTeX cannot typeset {0}: {1}': 'KaTeX 无法排版{0}：{1}',
  'KaTeX cannot typeset this formula: {0}': 'KaTeX 无法排版这个公式：{0}',
  'KaTeX cannot typeset the formula {0} in {1}: {2}': 'KaTeX 无法排版 {1} 中的公式 {0}：{2}',
  'this formula': '这个公式',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the dollars are those of a formula
  '${0}$ in the work "{1}" of content/references.bib': '公式 ${0}$（content/references.bib 中的文献“{1}”）',
  'KaTeX has no {0}; write {1} instead.': 'KaTeX 没有 {0}，请改写 {1}。',
  'A formula does not change how equations are counted. Write \\setcounter{equation}{7} in the text, or set the field numbering in the front matter.':
    '公式里不能改变公式的计数。请在正文里写 \\setcounter{equation}{7}，或者在文件头设置 numbering。',
  'KaTeX has no {{0}}: check the spelling, or use aligned, array or cases.':
    'KaTeX 没有环境 {{0}}：请检查拼写，或者使用 aligned、array 或 cases。',
  '{0} is unknown to KaTeX: check the spelling, or define it under macros in site.config.ts or in the front matter, or by \\newcommand.':
    'KaTeX 不认识 {0}：请检查拼写，或者在 site.config.ts 或文件头的 macros 中定义，或者用 \\newcommand 定义。',
  '{0} leads to an address that starts with {1}:; expected https:, http: or mailto:.':
    '{0} 的地址以 {1}: 开头，应以 https:、http: 或 mailto: 开头。',
  'Put braces around it: {0}.': '请加上花括号：{0}。',
  'Write \\& for the character. Columns need an environment, such as aligned.':
    '字符本身写作 \\&。分列要写在 aligned 这样的环境里。',
  'Write \\{0} for the character.': '字符本身写作 \\{0}。',
  'Put the image in the text: ![description](picture.svg).': '请把图片写在正文里：![说明](picture.svg)。',
  'Each \\left needs a \\right in the same row; \\right. shows nothing.':
    '每个 \\left 在同一行都要有对应的 \\right；\\right. 不显示任何符号。',
  'A { or a \\begin is not closed. Count the braces.': '有 { 或 \\begin 没有闭合，请核对花括号。',
  'Compare with KaTeX’s list of supported functions (katex.org/docs/supported), and check that braces and environments close.':
    '请对照 KaTeX 支持的命令（katex.org/docs/supported），并检查花括号和环境是否闭合。',
  '{0} would load an image from another host.': '{0} 会从其他网站加载图片。',

  // Commands of LaTeX
  'For a bold Greek letter or symbol, write \\boldsymbol{…}.': '粗体的希腊字母或符号请写 \\boldsymbol{…}。',
  'It has the capital letters A to Z, k as \\Bbbk, and the digits.':
    '它只有大写字母 A 到 Z、小写的 k（\\Bbbk）和数字。',
  'It has the capital letters A to Z.': '它只有大写字母 A 到 Z。',
  'It has the letters A to Z and a to z, and the digits.': '它只有字母 A 到 Z、a 到 z 和数字。',
  'It has Latin letters, capital Greek letters and digits.': '它只有拉丁字母、大写希腊字母和数字。',
  '{0} has no {1}: the page shows the ordinary letter.': '{0} 没有字母 {1}，页面显示普通的字母。',
  'found \\braket with two groups; it takes one argument, as in the package braket.':
    '\\braket 后面有两组花括号；它与宏包 braket 一样，只有一个参数。',
  'Write \\braket{a|b} instead of \\braket{a}{b}.': '请写 \\braket{a|b}，不要写 \\braket{a}{b}。',
  '\\color{0} colours all that follows in its group, not only {1}.':
    '\\color{0} 会为同一组中后面的全部内容着色，而不只是 {1}。',
  'Write \\textcolor{0}{1} to colour only that.': '只为这部分着色，请写 \\textcolor{0}{1}。',
  'found more than {0} columns in one array.': '一个 array 的列数超过了 {0}。',
  'Split the array.': '请拆分 array。',
  'found {0}{{1}} in the columns; only space is possible between columns.':
    '列格式中有 {0}{{1}}；列与列之间只能是空白。',
  'Put {0} into the cells.': '请把 {0} 写进单元格。',
  'found *{{0}}{{1}}; expected *{n}{columns} with at most {2} columns.':
    '列格式 *{{0}}{{1}} 无效，应为 *{次数}{列}，最多 {2} 列。',
  'Write *{3}{c} for ccc.': '例如 *{3}{c} 表示 ccc。',
  'Put the command into each cell of the column.': '请把命令写进这一列的每个单元格。',
  'Write l, and \\text{…} in the cells.': '请写 l，文字在单元格里写 \\text{…}。',
  'Write l, c or r.': '请写 l、c 或 r。',
  'Write r.': '请写 r。',
  'Write l.': '请写 l。',
  'column specification {0} is not supported.': '不支持列格式 {0}。',
  'found \\cfrac[{0}]; expected [l], [c] or [r].': '\\cfrac[{0}] 的选项应为 [l]、[c] 或 [r]。',
  '[l] aligns the numerator on the left, [r] on the right.': '[l] 使分子左对齐，[r] 使分子右对齐。',
  'found {0}; expected the name of a command.': '这里是 {0}，应为命令的名称。',
  'Write the name with its backslash: \\newcommand{\\x}{…}.': '名称要带反斜杠：\\newcommand{\\x}{…}。',
  'found [{0}]; expected the number of arguments of {1}, 0 to 9.':
    '[{0}] 无效，应为 {1} 的参数个数，0 到 9。',
  'Write \\newcommand{{0}}[1]{…}.': '请写 \\newcommand{{0}}[1]{…}。',
  'command {0} is already defined.': '命令 {0} 已经定义过。',
  'Choose another name, or use \\renewcommand to change it.': '请换一个名称；要修改它，请用 \\renewcommand。',
  'the form of numbers cannot be changed by \\theequation.': '不能用 \\theequation 改变编号的形式。',
  'Set the field numbering in the front matter: { start: 8 } or { by: section }.':
    '请在文件头设置 numbering：{ start: 8 } 或 { by: section }。',
  'command {0} is not defined.': '命令 {0} 没有定义。',
  'Use \\newcommand to define it, or check the spelling.': '请用 \\newcommand 定义它，或者检查拼写。',
  'found \\DeclarePairedDelimiterX without the number of arguments of {0}.':
    '\\DeclarePairedDelimiterX 没有写 {0} 的参数个数。',
  'Write \\DeclarePairedDelimiterX{0}[1]{…}{…}{…}.': '请写 \\DeclarePairedDelimiterX{0}[1]{…}{…}{…}。',
  'found the size [{0}]; expected [\\big], [\\Big], [\\bigg] or [\\Bigg].':
    '大小 [{0}] 无效，应为 [\\big]、[\\Big]、[\\bigg] 或 [\\Bigg]。',
  'A star instead of a size, as in \\abs*{x}, fits the delimiters to their content.':
    '用星号代替大小，如 \\abs*{x}，定界符会随内容调整。',
  'found \\intertext outside an environment with rows.': '\\intertext 不在多行环境里。',
  'Use it in align or gather, at the start of a row; elsewhere, write \\text{…}.':
    '请用在 align 或 gather 中一行的开头；其他地方写 \\text{…}。',
  'found \\hbox without a group; a width, as in \\hbox to 3em{…}, is not possible.':
    '\\hbox 后面没有花括号；不支持指定宽度，如 \\hbox to 3em{…}。',
  'Write \\text{…}, with \\quad around it for space.': '请写 \\text{…}，两边用 \\quad 留出空白。',

  // Articles of guests
  "{0} sets HTML attributes, which an article of a guest cannot do (trust: 'low').":
    "{0} 会设置 HTML 属性，客座作者的文章不能使用（trust: 'low'）。",
}
