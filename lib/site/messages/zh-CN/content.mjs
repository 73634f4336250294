// Problems of front matter, of the files of a site, and between documents (`lib/authoring`).

/** @type {Readonly<Record<string, string>>} */
export const content = {
  // Links and references
  'Found a link to {0}; the site has no such page.': '链接 {0} 指向的页面不存在。',
  'Check the path.': '请检查路径。',
  'Found a link to {0}; the page has no element with that id.': '链接 {0} 指向的页面上没有这个 id。',
  'Check the heading: its id is its text in lower case, with hyphens instead of spaces.':
    '请核对标题：标题的 id 是它的文字，字母小写，空格换成连字符。',
  'Found a link to {0}; there is no document {1}.': '链接 {0} 指向的文件 {1} 不存在。',
  'Did you mean {0}?': '是否想写 {0}？',
  'Check the name. The path is relative to the folder of the article.':
    '请检查文件名。路径从文章所在的文件夹算起。',
  'Found a link to {0}; the site has no page {1}.': '链接 {0} 指向的页面 {1} 不存在。',
  'Write the file of an article, [text](other.md), or a path that starts with /.':
    '请写文章的文件，如 [文字](other.md)，或以 / 开头的路径。',
  'Nothing refers to the label "{0}".': '没有引用标签“{0}”。',
  'Refer to it, or remove it.': '请引用它，或者删去它。',
  'Found `numbering: continue` in an article that belongs to no series.':
    '这篇文章不属于任何系列，不能写 `numbering: continue`。',
  'Set series and part, or a first number: numbering: { start: 50 }.':
    '请设置 series 和 part，或者指定第一个编号：numbering: { start: 50 }。',
  'Found {0}; the article "{1}" has no label "{2}".': '{0} 没有目标：文章“{1}”中没有标签“{2}”。',
  'Its labels are {0}.': '它的标签有：{0}。',
  '(none)': '（无）',
  'Found {0}; this article has no label of that name.': '{0} 没有目标：本文中没有这个标签。',
  'Add \\label{{0}} to the equation, or write other-slug:label to refer to another article.':
    '请在公式中加上 \\label{{0}}；引用其他文章请写“文章的 slug:标签”。',

  // The site and its documents
  'Found author: {0}; expected one of {1}.': 'author 的值是 {0}，应为以下之一：{1}。',
  '(none exist)': '（还没有）',
  'Create content/authors/{0}.yml with a name.': '请新建 content/authors/{0}.yml，写上 name。',
  'Found navigation to {0}; the site has no such page.': 'navigation 中的 {0} 没有对应的页面。',
  'Found navigation to {0}; expected a path that starts with /, or a URL.':
    'navigation 中有 {0}，应为以 / 开头的路径，或网址。',
  'Create content/pages{0}.mdx with a title, or remove the link from navigation.':
    '请新建 content/pages{0}.mdx，写上 title，或者从 navigation 中删去这个链接。',
  'Correct the path, or remove the link from navigation.': '请改正路径，或者从 navigation 中删去这个链接。',
  'The page "{0}" would hide a route of the site; expected a name other than {1}.':
    '页面“{0}”会占用网站自己的地址，不能使用以下名称：{1}。',
  'Rename the file.': '请给文件改名。',
  'The URL of this post, {0}, is used by Lemma itself.': '文章的地址 {0} 是 Lemma 自己使用的。',
  'Set another slug, or another path: permalink: /archives/1.html.':
    '请设置别的 slug，或者指定路径：permalink: /archives/1.html。',
  'The URL of this post, {0}, is already that of {1}.': '文章的地址 {0} 已经用于 {1}。',
  'Give each post a path of its own: set permalink, or another slug or id.':
    '每篇文章的路径不能相同：请设置 permalink，或者换 slug 或 id。',
  'The guid "{0}" is already used by {1}; feed readers would show only one of them.':
    'guid“{0}”已经用于 {1}，订阅软件只会显示其中一篇。',
  'Write the guid of this post in the feed of the old blog, or remove it.':
    '请写这篇文章在旧博客订阅中的 guid，或者删去它。',
  'Found no id; expected one, because the URL of each post is {0} (permalinks in site.config.ts).':
    '缺少 id：文章的地址是 {0}（site.config.ts 的 permalinks），其中要用到它。',
  'Add a number or a word that no other post has: id: 42. Or set its whole path: permalink: /archives/42.':
    '请写与其他文章不同的数字或单词，例如 id: 42；或者指定完整的路径：permalink: /archives/42。',
  'Found translationOf: {0}; expected the slug of another page.':
    'translationOf 的值是 {0}，应为另一个页面的 slug。',
  'Set the lang of this page, or remove translationOf.': '请设置本页的 lang，或者删去 translationOf。',
  'Found updated: {0}, which is before date: {1}.': 'updated 是 {0}，早于 date 的 {1}。',
  'Write the day of the last substantial change, or remove updated.':
    '请写最后一次重要修改的日期，或者删去 updated。',
  'The slug "{0}" is already used by {1}.': 'slug“{0}”已经用于 {1}。',
  'Rename the file, or set another slug.': '请给文件改名，或者设置别的 slug。',
  'Part {0} of the series "{1}" is already {2}.': '系列“{1}”的第 {0} 篇已经是 {2}。',
  'Give each part its own number; gaps are allowed.': '每篇的编号不能相同，可以跳号。',
  'Found series: {0}; expected one of {1}.': 'series 的值是 {0}，应为以下之一：{1}。',
  'Create content/series/{0}.mdx with a title.': '请新建 content/series/{0}.mdx，写上 title。',
  'Found one of series and part; expected both or neither.':
    'series 和 part 只写了一个，应该都写，或者都不写。',
  'Add the other, or remove this one.': '请补上另一个，或者删去这一个。',
  'Found the author "{0}"; expected one of {1}.': '没有作者“{0}”，应为以下之一：{1}。',
  'The alias {0} is the URL of a page.': '别名 {0} 是现有页面的地址。',
  'Remove it: an alias is an old URL.': '请删去：aliases 里写旧地址。',
  'The alias {0} already redirects to {1}.': '别名 {0} 已经重定向到 {1}。',
  'Keep it in one of the two files.': '请只在其中一个文件里保留。',
  'The id "{0}" is also used by {1}; feed readers would show only one of them.':
    'id“{0}”也用于 {1}，订阅软件只会显示其中一篇。',
  'Set an id that no other article has, or remove it.': '请设置与其他文章不同的 id，或者删去 id。',
  'Both files have this name: set another id here.': '两个文件同名，请在这里设置别的 id。',
  'Found translationOf: {0}; expected the slug of another article.':
    'translationOf 的值是 {0}，应为另一篇文章的 slug。',
  'Write the last segment of its URL. Drafts do not count.': '请写它的地址的最后一段。草稿不算在内。',
  '{0}, which is a translation itself.': '{0}，它本身是译文。',
  'Name the original: translationOf: {0}.': '请写原文：translationOf: {0}。',
  '{0}, which is in the same language, {1}.': '{0}，它与本文的语言相同，都是 {1}。',
  'Set the lang of this article, or remove translationOf.': '请设置本文的 lang，或者删去 translationOf。',
  '{0}, whose translation into {1} is already {2}.': '{0}，它的 {1} 译文已经是 {2}。',
  'Found translationOf: {0}': 'translationOf 的值是 {0}',

  // Redirects
  'The old address {0} already redirects to {1}.': '旧地址 {0} 已经重定向到 {1}。',
  'The redirect of {0} would hide the page {1}.': '{0} 的重定向会挡住页面 {1}。',
  'Write a longer prefix, or each old address by itself.': '请写更长的前缀，或者逐一写出旧地址。',
  'Remove it: an old address is one that no page has.': '请删去：旧地址不能是现有页面的地址。',
  'The redirect of {0} to {1} never ends: other redirects lead back, or there are more than {2}.':
    '从 {0} 到 {1} 的重定向没有终点：其他重定向又绕回来，或者超过 {2} 次。',
  'Redirect each old address to the page itself.': '请让每个旧地址直接重定向到页面本身。',
  'Write the old address, the new one and, if it is not 308, a status: /old /new 302.':
    '请写旧地址和新地址；状态码不是 308 时再写状态码，例如 /old /new 302。',
  'Found {0} in this line; expected two or three.': '这一行有{0}，应为两个或三个。',
  '{0} word': '{0} 个词',
  'Found {0}; expected {1}.': '{0} 无效，应为{1}。',
  'Found the status {0}; expected one of {1}.': '状态码是 {0}，应为以下之一：{1}。',
  'a path of this site that starts with / and contains no spaces or #, such as /old or /?p=1':
    '本站的路径，以 / 开头，不含空格和 #，例如 /old 或 /?p=1',
  'a * only at the end, of a path without a query: /old/*': '只在末尾有 * 的路径，不带查询参数，例如 /old/*',
  'a path that starts with /, or a URL that starts with https:// or http://':
    '以 / 开头的路径，或以 https:// 或 http:// 开头的网址',
  "at most one *, for the rest of a path that the old address '/old/*' matches":
    "最多含一个 * 的地址，* 代表旧地址（如 '/old/*'）中匹配的部分",
  'a path below /, because the front page is always at /': '首页以外的路径，首页总是在 /',
  'another address than the old one': '与旧地址不同的地址',
  'a * in the path of a URL, not in its host: https://wiki.example.org/*':
    '* 在路径中、不在域名中的网址，例如 https://wiki.example.org/*',

  // Files
  '.mdx and .md': '.mdx 或 .md',
  'Found a text file that is not read because of its extension, {0}; the extensions are {1}, in lower case.':
    '这个文本文件的扩展名是 {0}，不会读取；应为小写的 {1}。',
  'Rename the file to {0}{1}.': '请改名为 {0}{1}。',
  'Found a text file outside the folders of documents.': '这个文本文件不在存放文档的文件夹里。',
  'Documents belong in {0}: articles as .mdx or .md, authors as .yml.':
    '文档放在以下文件夹里：{0}。文章是 .mdx 或 .md，作者是 .yml。',
  'To find the cause, remove half of the file and save, then half of the rest, and so on.':
    '要找出原因，可以删去一半内容再保存，然后再删去剩下的一半，如此继续。',
  'Compiling this file took longer than {0} s and was stopped.': '编译这个文件超过了 {0} 秒，已经中止。',
  'Compiling this file crashed the compiler ({0}).': '编译这个文件时程序崩溃（{0}）。',
  'A compile worker could not start: {0}.': '编译进程无法启动：{0}。',
  'signal {0}': '信号 {0}',
  'exit code {0}': '退出码 {0}',
  'The compiler failed on this file: {0}.': '编译这个文件时程序出错：{0}。',
  'Linking this file with the others failed: {0}.': '处理这个文件与其他文件的引用时出错：{0}。',
  'This is a bug in the compiler: please report it with the file.':
    '这是编译程序的错误，请连同文件一起报告。',
  'permission denied': '没有权限',
  'it is a folder': '它是文件夹',
  'its symbolic links form a cycle': '符号链接形成了循环',
  'it is a socket': '它是套接字',
  'This file cannot be read: {0}.': '无法读取这个文件：{0}。',
  'This file cannot be read ({0}).': '无法读取这个文件（{0}）。',
  'Replace it with a readable text file.': '请换成可以读取的文本文件。',
  'This is not a file, but a folder, a pipe or a device.': '这不是文件，而是文件夹、管道或设备。',
  'Replace it with a text file.': '请换成文本文件。',
  'Found a file of {0} bytes; expected at most {1} characters.': '文件有 {0} 字节，最多 {1} 个字符。',
  'Split it into two articles of a series.': '请分成一个系列的两篇文章。',
  'Found bytes that are not UTF-8{0}.': '文件中有不是 UTF-8 的字节{0}。',
  'Save the file as UTF-8 in the editor.': '请在编辑器中把文件另存为 UTF-8。',
  '; the file seems to be in UTF-16': '，文件的编码似乎是 UTF-16',
  '; the file seems to be in GBK': '，文件的编码似乎是 GBK',
  'Found {0} files; expected at most {1}.': '共有 {0} 个文件，最多 {1} 个。',
  'The rest is not served. Put files that pages do not need on another host.':
    '其余的不会发布。请把页面不需要的文件放到别处。',
  'The path /{0} is used by {1}.': '路径 /{0} 已经用于 {1}。',
  'Rename the file, or move it into a folder.': '请给文件改名，或者移到文件夹里。',
  'Found {0}; expected a file.': '这是{0}，应为文件。',
  'a symbolic link': '符号链接',
  'a special file': '特殊文件',
  'Copy the file to this place.': '请把文件本身复制到这里。',
  'Found a file of {0} bytes; expected at most {1}.': '文件有 {0} 字节，最多 {1} 字节。',
  'Make it smaller, or put it on another host.': '请缩小文件，或者放到别处。',
  'Check its permissions.': '请检查它的权限。',
  'The size of this image cannot be read.': '无法读取这张图片的尺寸。',
  'Convert the image, or give the SVG width, height and viewBox.':
    '请转换图片；SVG 请写明 width、height 和 viewBox。',
  'Found no font at {0}{1}.': '字体文件 {0}{1} 不存在。',
  'Check the name, including upper and lower case. Paths start in site/public.':
    '请检查文件名，包括大小写。路径从 site/public 算起。',
  '{0} does not export "{1}"': '{0} 没有导出“{1}”',
  'its export "schema" is not a schema of Valibot, Zod or another library of Standard Schema':
    '它导出的“schema”不是 Valibot、Zod 或其他符合 Standard Schema 的库的 schema',
  'its schema is asynchronous, which is not supported': '它的 schema 是异步的，不受支持',

  // Fields of front matter
  'Language of the text; default: the language of the site': '文章的语言；默认为站点的语言',
  'Title of the original': '原文的标题',
  'Author of the original': '原文的作者',
  'URL of the original, https://…; becomes the canonical URL':
    '原文的网址，https://…；它会成为规范网址（canonical）',
  'Displayed name: CC BY 4.0, or 保留所有权利': '显示的名称，例如 CC BY 4.0 或保留所有权利',
  'URL of its text, https://…': '许可证全文的网址，https://…',
  'The title; quote it if it contains a colon': '标题；含有冒号时要加引号',
  'Date of publication: 2010-12-26 or 2010-12-26 10:30, in the time zone of the site. A future date schedules the post':
    '发布日期，例如 2010-12-26 或 2010-12-26 10:30，按站点的时区。将来的日期表示定时发布',
  'Date of the last substantial change, in the same format as date':
    '最后一次重要修改的日期，格式与 date 相同',
  'Last segment of the URL; default: the name of the file or folder':
    '地址的最后一段；默认为文件或文件夹的名字',
  'Permanent id in feeds, and :id in permalinks; default: the name of the file or folder. Set it to the old name when you rename the file':
    '在订阅中的固定名字，也是 permalinks 中的 :id；默认为文件或文件夹的名字。文件改名时请写旧名字',
  'Path of its page: /archives/1.html; default: made from slug by permalinks in site.config.ts':
    '页面的路径，例如 /archives/1.html；默认由 site.config.ts 的 permalinks 和 slug 得出',
  'Complete id of its entry in feeds, for a post that another blog engine published before: its guid in RSS, or its id in Atom':
    '在订阅中的完整标识，用于曾由其他博客程序发布的文章：RSS 中的 guid，或 Atom 中的 id',
  'Name of the file of the original of this translation, without .mdx; it has another lang':
    '原文的文件名，不带 .mdx，原文的 lang 与本页不同',
  'One or two sentences for lists, search engines and feeds': '一两句话，用于列表、搜索引擎和订阅',
  'Its category': '文章的分类',
  'A list: [变分, 极值]': '标签的列表，例如 [变分, 极值]',
  'Name of a file in content/series, without .mdx': 'content/series 中的文件名，不带 .mdx',
  'Its number in the series, which must be unique; gaps are allowed': '在系列中的编号，不能重复，可以跳号',
  'Names of files in content/authors; default: the author of the site':
    'content/authors 中的文件名；默认为站点的作者',
  'Slug of the original of this translation, which has another lang': '原文的 slug，原文的 lang 与本文不同',
  'true: not published': 'true 表示不发布',
  'true: reachable by its URL, but in no list, feed or sitemap':
    'true 表示只能用地址访问，不出现在列表、订阅和站点地图中',
  'An image file in the same folder, shown above the article': '同一文件夹中的图片，显示在文章上方',
  'For a repost: title, author and url of the original': '转载时写原文的 title、author 和 url',
  'name and url of its licence; default: the licence of the site, and none for a repost':
    '许可证的 name 和 url；默认为站点的许可证，转载则没有',
  'Old URLs that redirect here: [/archives/42]': '重定向到本文的旧地址，例如 [/archives/42]',
  'How equations are numbered: { start: 50 }, continue (from the previous part), or { by: section }':
    '公式的编号方式，可以是 { start: 50 }、continue（接着上一篇）或 { by: section }',
  'TeX of the formula on the preview card of links; default: the first display formula':
    '链接预览卡片上公式的 TeX；默认为第一个独立公式',
  'KaTeX macros of this article: a mapping such as \\d: \\mathrm{d}':
    '本文的 KaTeX 宏，例如 \\d: \\mathrm{d}',
  'Name of the series': '系列的名称',
  'One sentence for the list of series': '一句话，用于系列列表',
  'The title': '标题',
  'One sentence for search engines': '一句话，用于搜索引擎',
  'Displayed name': '显示的名字',
  'One sentence': '一句话',
  'URL of a page about the author': '介绍作者的网页',
  'Public e-mail address': '公开的电子邮箱',

  // Front matter
  'Found front matter of {0} characters; expected at most {1}.': '文件头有 {0} 个字符，最多 {1} 个。',
  'Move everything that is not a field into the text.': '请把不是字段的内容移到正文里。',
  '{0} lists and mappings in each other': '{0} 层列表和映射',
  'Found *{0}: in YAML this is an alias of the anchor &{1}, which does not exist.':
    '*{0} 在 YAML 中是锚点 &{1} 的别名，而这个锚点不存在。',
  'Found &{0}: in YAML this is an anchor that no alias uses.': '&{0} 在 YAML 中是锚点，而没有别名使用它。',
  'Write {0}: {1}': '请写 {0}: {1}',
  'found {0} with a full-width colon; expected a colon and a space': '“{0}”用了全角冒号，应为半角冒号加空格',
  'found {0} with an equals sign; expected a colon and a space': '“{0}”用了等号，应为半角冒号加空格',
  'found {0} with no space after the colon; expected a colon and a space':
    '“{0}”的冒号后面没有空格，应为半角冒号加空格',
  'found a tab; lines are indented by spaces': '这里有制表符，缩进要用空格',
  'Replace each tab by two spaces.': '请把每个制表符换成两个空格。',
  'found {0} between double quotes, where a backslash starts an escape sequence':
    '双引号里有 {0}，其中的反斜杠会开始转义',
  'Use single quotes, \'{0}\', or two backslashes, "\\{1}".':
    '请用单引号：\'{0}\'，或者写两个反斜杠："\\{1}"。',
  'found a value that starts with {0}, which YAML reserves': '值以 {0} 开头，这是 YAML 保留的字符',
  'found the field {0} again': '字段 {0} 重复',
  'Unresolved tag: {0}, because YAML reads a word after ! as a type':
    '标签 {0} 无法识别：YAML 把 ! 后面的词当作类型',
  'found a quote that is not closed': '引号没有闭合',
  'Close it at the end of the value. Between double quotes, write \\" for a quote.':
    '请在值的末尾加上引号。双引号里的双引号写作 \\"。',
  'found {0} without {1}': '{0} 没有对应的 {1}',
  'Close it on the same line: {0}. Quote a value that starts with {1}.':
    '请在同一行闭合：{0}。以 {1} 开头的值要加引号。',
  'found the line "{0}"; expected a field, a colon, a space and a value':
    '这一行是“{0}”，应为字段、半角冒号、空格和值',
  'Write field: value. If this line belongs to the text, close the front matter above it with ---.':
    '请写成“字段: 值”。如果这一行属于正文，请在它上面用 --- 结束文件头。',
  'found a second colon in a value': '值里还有一个冒号',
  'found an indented line after a value; expected a field at the start of its line':
    '值的下一行有缩进，字段应从行首开始',
  'Remove the spaces before the field.': '请删去字段前面的空格。',
  "Write '' for a quote between single quotes: 'It''s'.": "单引号里的单引号写作 ''：'It''s'。",
  'Quote the whole value: title: "[A] b".': '请给整个值加引号：title: "[A] b"。',
  'found text after the {0} that ends the value': '{0} 已经结束了值，后面还有文字',
  'Quote the value: {0}: {1}.': '请给值加引号：{0}: {1}。',
  'Found {0} on line {1}; expected front matter that starts with --- on line 1.':
    '第 {1} 行是 {0}；文件头应从第 1 行的 --- 开始。',
  'Write three hyphens at the very start of the file.': '请在文件的开头写三个半角连字符。',
  'The front matter has no closing ---.': '文件头没有结束的 ---。',
  'Write --- on a line of its own after the last field.': '请在最后一个字段之后单独写一行 ---。',
  'Reading the front matter took longer than {0} s and was stopped.': '读取文件头超过了 {0} 秒，已经中止。',
  'Front matter consists of a few one-line fields: remove everything else.':
    '文件头只应有几个单行的字段，请删去其余内容。',
  'The front matter cannot be read as YAML: {0}.': '文件头不能作为 YAML 读取：{0}。',
  'Quote values that start with a special character: title: "*Nature*".':
    '以特殊字符开头的值要加引号：title: "*Nature*"。',
  'The file': '文件',
  'The front matter': '文件头',
  '{0} is not YAML: {1}.': '{0}不是有效的 YAML：{1}。',
  'Quote the value: title: "*Nature*".': '请给值加引号：title: "*Nature*"。',
  'Found {0}; expected the field {1}.': '文件的内容是{0}，应有字段 {1}。',
  'Found {0}; expected front matter with {1}.': '文件头的内容是{0}，应有字段 {1}。',
  'Write one "field: value" per line: name: Ada Lovelace.': '每行写一个“字段: 值”，例如 name: Ada Lovelace。',
  'Start the file with ---, then one "field: value" per line, then ---. `npm run new "Title"` creates such a file.':
    '文件以 --- 开头，每行写一个“字段: 值”，再以 --- 结束。`npm run new "标题"` 会新建这样的文件。',
  ' and ': ' 和 ',
  'Found the unknown field "{0}"; expected one of {1}.': '没有“{0}”这个字段，可用的字段有：{1}。',
  'Check the spelling, or remove it.': '请检查拼写，或者删去它。',
  '{0}: {1}.': '{0}：{1}。',
  'The field "{0}" is missing; expected {1}.': '缺少字段“{0}”，它的值应为{1}。',
  'Found {0}: {1}; expected {2}.': '{0} 的值是{1}，应为{2}。',
  'Found {0}: {1}; a series cannot be hidden, only a post.': '{0} 的值是{1}；系列不能隐藏，只有文章可以。',
  'Found {0}: {1}; a page cannot be hidden, only a post.': '{0} 的值是{1}；页面不能隐藏，只有文章可以。',
  'Move the file out of content/ until it is ready, or remove the field.':
    '请先把文件移出 content/，写好再放回；或者删去这个字段。',
  'Write {0} instead of {1}.': '请把 {1} 改为 {0}。',
  'text or a number': '文字或数字',
  'Found the unknown field "{0}"': '没有“{0}”这个字段',
  'It is ignored.': '它会被忽略。',
  'It has no effect. Remove it, or keep it for another program.':
    '它不起作用。请删去；其他程序要用的话也可以保留。',
  'Found author: {0}': 'author 的值是 {0}',
  'No author of content/authors has this name; the author is {0}.':
    'content/authors 中没有叫这个名字的作者，作者会显示为 {0}。',
  'Create a file in content/authors with name: {0}.': '请在 content/authors 中新建文件，写上 name: {0}。',
  ' in {0}, first in {1}': '（共{0}，第一个是 {1}）',
  '{0}{1}. {2}': '{0}{1}。{2}',
  'text without lone surrogates, \\uD800 to \\uDFFF': '不含单独代理项（\\uD800 到 \\uDFFF）的文字',
  'a date that exists, 2010-12-26 or 2010-12-26 10:30': '真实存在的日期，如 2010-12-26 或 2010-12-26 10:30',
  'a name without spaces, /, ? and #': '不含空格、/、? 和 # 的名字',
  'a whole number from 0': '不小于 0 的整数',
  'continue, { start: 50 } or { by: section }': 'continue、{ start: 50 } 或 { by: section }',
  'a mapping of commands to TeX: \\\\RR: \\\\mathbb{R}': '命令与 TeX 的对应，如 \\\\RR: \\\\mathbb{R}',
  'paths that start with /': '以 / 开头的路径',
  '{0} ({1})': '{0}（{1}）',
  text: '文字',
  'a number': '数字',
  'true or false': 'true 或 false',
  'a list of texts, [a, b]': '文字的列表，如 [a, b]',
  'a mapping of fields': '几个字段',
  'one of {0}': '以下之一：{0}',
  nothing: '空的',
  'a list': '列表',
  'a mapping': '映射',
  'a boolean': '布尔值',

  // The report of lint
  '{0} problem': '{0} 个问题',
  '{0} warning': '{0} 个警告',
  '{0} in content/.': 'content/ 中有 {0}。',
  'No problems in content/.': 'content/ 中没有问题。',
  'All of them: npm run lint:content.': '查看全部：npm run lint:content。',
  'Compiled {0} of {1} article, {2} a second.': '已编译 {0} / {1} 篇，每秒 {2} 篇。',
  'Compiled {0} of {1} articles, {2} a second.': '已编译 {0} / {1} 篇，每秒 {2} 篇。',
  'Compiled {0} of {1}; the others were unchanged.': '共 {1}，编译了 {0} 个，其余没有改动。',
}
