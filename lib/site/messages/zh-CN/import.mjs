// Messages of `npm run import` and `npm run localise`.

/** @type {Readonly<Record<string, string>>} */
export const importing = {
  // Progress and result
  'Found {0} documents and {1} files in {2}.': '{2} 中有 {0} 个文档和 {1} 个文件。',
  'Fetched {0} of {1}.': '已下载 {0} / {1}。',
  'Checked {0} of {1} articles, {2} a second.': '已检查 {0} / {1} 篇，每秒 {2} 篇。',
  'Imported {0} of {1} articles, {2} a second.': '已导入 {0} / {1} 篇，每秒 {2} 篇。',
  'Checked in {0} s.': '检查完成，用时 {0} 秒。',
  'Imported in {0} s.': '导入完成，用时 {0} 秒。',
  'Next: npm run lint:content, which names what does not compile; then npm run dev.':
    '接下来请运行 npm run lint:content，列出不能编译的内容；然后运行 npm run dev。',
  '{0} document': '{0} 个文档',
  '{0} other document': '其他 {0} 个文档',
  '{0} formula': '{0} 个公式',
  '{0} image': '{0} 张图片',
  '{0} link': '{0} 个链接',
  '{0} note': '{0} 条说明',
  '{0} comment': '{0} 条评论',

  // The arguments
  'Found {0} arguments; expected a system and the location of its source. {1}':
    '写了 {0} 个参数，应写旧系统的名称和来源的位置。{1}',
  'Found the system {0}; expected one of {1}.': '不能导入 {0}，可用的系统有：{1}。',
  'The folder {0} does not exist. Give the path of the folder with the source of the old site.':
    '文件夹 {0} 不存在。请写旧站源文件所在的文件夹。',
  'The folder of uploads {0} does not exist.': '上传文件的文件夹 {0} 不存在。',

  // The summary and the report
  'Import from {0}': '从 {0} 导入',
  new: '新建',
  updated: '更新',
  unchanged: '没有改动',
  edited: '您改过',
  deleted: '您已删除',
  occupied: '文件已存在',
  '{0} new': '新建 {0} 个',
  '{0} updated': '更新 {0} 个',
  '{0} unchanged since the last import': '上次导入之后没有改动 {0} 个',
  '{0} kept, because you edited them': '您改过、保持原样 {0} 个',
  '{0} not written again, because you deleted them': '您已删除、不再写入 {0} 个',
  '{0} not written, because a file of that name exists': '已有同名文件、没有写入 {0} 个',
  '{0}:': '{0}：',
  '{0}: {1}': '{0}：{1}',
  '{0} in the source, {1} equal in the articles, {2} lost.':
    '来源中有{0}，文章中完全相同的有 {1} 个，丢失 {2} 个。',
  '{0} of them without the escapes that the old engine needed.': '其中 {0} 个去掉了旧引擎所需的转义。',
  '{0} words before, {1} after; {2}, {3}.': '导入前 {0} 字，导入后 {1} 字；{2}，{3}。',
  'Kept as they are:': '保持原样：',
  'Formulas lost:': '丢失的公式：',
  ' and {0} more': '，还有 {0} 个',
  'Other numbers of equations:': '公式编号与旧站不同：',
  'Omitted or changed:': '省略或改动的内容：',
  '{0} In {1} and {2}.': '{0}见 {1} 和{2}。',
  'In the source, and not imported:': '来源中有、但没有导入的内容：',
  'In the source, and not imported': '来源中有、但没有导入的内容',
  'Source and result side by side: {0}': '原文与结果的左右对照：{0}',
  '  and {0} more; see the report.': '  还有 {0} 项，见报告。',
  'Documents: {0}': '文档：{0}',
  'Formulas that MathJax finds in the source': 'MathJax 在来源中找到的公式',
  'Formulas that the articles contain byte by byte': '文章中逐字节相同的公式',
  'Formulas lost': '丢失的公式',
  'Formulas without the escapes of the old engine': '去掉了旧引擎转义的公式',
  'Documents whose equations have other numbers': '公式编号与旧站不同的文档',
  'Words before and after': '导入前后的字数',
  'Images, links': '图片、链接',
  '{0} lost': '丢失 {0} 个',
  '{0} without the escapes of the old engine': '{0} 个去掉了旧引擎的转义',
  '{0} → {1} words': '字数 {0} → {1}',
  '{0} → {1} images': '图片 {0} → {1}',
  '{0} → {1} links': '链接 {0} → {1}',
  'The texts are left out, because the report would be too large.': '为免报告过大，这里不列出全文。',
  'Lost formulas': '丢失的公式',
  none: '无',
  'Numbers of equations: {0} → {1}': '公式的编号：{0} → {1}',

  // What was imported in another form, or not
  'It is a draft now: on the old site it was {0}.': '现在是草稿，在旧站上是{0}。',
  'It is a public page now: on the old site it was {0}.': '现在是公开的页面，在旧站上是{0}。',
  private: '私密的',
  'protected by a password': '加密的',
  pending: '待审核的',
  'A page cannot be a draft here, so it is a draft post. Move it to content/pages/ to publish it.':
    '页面不能是草稿，所以存为草稿文章。要发布时请移到 content/pages/。',
  'Dollars that delimit no formula are escaped: {0}.': '有 {0} 个不属于公式的美元符号已转义。',
  '{0} refers to no equation of this document and is kept as code.':
    '{0} 在本文中没有对应的公式，保留为代码。',
  '{0} leads to nothing in the source; it stays as it is.': '{0} 在来源中没有目标，保持原样。',
  '<{0}> is not imported.': '<{0}> 没有导入。',
  'The frame {0} is a link now.': '框架 {0} 改成了链接。',
  'A table with merged cells: each cell is repeated or empty now.':
    '表格有合并的单元格，现在拆成了重复或空白的单元格。',
  'Colours, sizes or alignment of text are not imported.': '文字的颜色、大小和对齐方式没有导入。',
  '{0}: attributes of elements are not imported.': '{0}：元素的属性没有导入。',
  '{0}: the text of another note is not inserted; it is a link.':
    '{0}：没有嵌入另一篇笔记的正文，改成了链接。',
  '{0}: there is no such note; its name is kept as text.': '{0}：没有这篇笔记，保留名称作为文字。',
  '{0}> is no element of HTML; readers see it as text now.': '{0}> 不是 HTML 元素，现在显示为文字。',
  '{0} has no equivalent and is kept as text.': '{0} 没有对应的写法，保留为文字。',
  'Not imported: {0} of the type {1}.': '没有导入：类型为 {1} 的内容 {0} 项。',
  'Not imported: {0} of {1}.': '没有导入：{1}的内容 {0} 项。',
  'the type {0}': '类型为 {0}',
  'the status {0}': '状态为 {0}',
  'The field "{0}" has no meaning here: {1}.': '字段“{0}”在这里没有意义：{1}。',
  '{0} of readers are in {1}.': '读者的{0}在 {1} 中。',
  'Not imported: {0} marked as spam.': '没有导入：标为垃圾评论的{0}。',
  'Not imported: {0} of posts that were not imported.': '没有导入：所属文章没有导入的{0}。',
  'content/redirects.txt was edited, so its imported lines were not updated.':
    'content/redirects.txt 已经改过，所以没有更新其中导入的部分。',
  '{0} is damaged. Restore it from git. Without it, the import cannot tell which files you edited; if you delete it, files that exist are kept.':
    '{0} 已损坏，请用 git 恢复。没有它就无法知道您改过哪些文件；如果删去它，已有的文件都会保留。',

  // Folders of Hexo, Hugo, Jekyll, Obsidian and Markdown
  'Found no folder {0}; expected the folder of a Hexo site, which contains _config.yml and source/. For a folder of Markdown files, use: npm run import markdown {1}':
    '文件夹 {0} 不存在。应为 Hexo 站点的文件夹，其中有 _config.yml 和 source/。导入一般的 Markdown 文件夹请运行：npm run import markdown {1}',
  'Found no folder {0}; expected the folder of a Hugo site, which contains hugo.toml and content/. For a folder of Markdown files, use: npm run import markdown {1}':
    '文件夹 {0} 不存在。应为 Hugo 站点的文件夹，其中有 hugo.toml 和 content/。导入一般的 Markdown 文件夹请运行：npm run import markdown {1}',
  'Found no posts in {0}; expected the folder of a Jekyll site, which contains _config.yml and _posts/. For a folder of Markdown files, use: npm run import markdown {1}':
    '{0} 中没有文章。应为 Jekyll 站点的文件夹，其中有 _config.yml 和 _posts/。导入一般的 Markdown 文件夹请运行：npm run import markdown {1}',
  'Found no Markdown files in {0}; expected files whose names end with .md.':
    '{0} 中没有 Markdown 文件，文件名应以 .md 结尾。',
  '{0} cannot be read: {1}. Correct it, or remove it to import with the defaults of the system.':
    '无法读取 {0}：{1}。请改正；也可以删去它，按旧系统的默认设置导入。',
  'The front matter is not a mapping of fields.': '文件头不是由字段组成的。',
  'The front matter is not valid ({0}); its lines were read one by one.': '文件头无效（{0}），已逐行读取。',
  '{0} is in a folder that Hexo does not publish.': '{0} 所在的文件夹不由 Hexo 发布。',
  '{0} is the page of a list ({1}), which exists here too.':
    '{0} 是列表的页面（{1}），这里已经有这样的列表。',
  'Its old address is not known: permalink in _config.yml contains a field that the file lacks.':
    '旧地址无法确定：_config.yml 的 permalink 用到了文件中没有的字段。',
  '{0} describes a list, which has no text of its own here.': '{0} 是列表的说明，这里的列表没有正文。',
  'This is a translation; set lang and translationOf.': '这是译文，请设置 lang 和 translationOf。',
  'It has no date: the date is that of the file.': '没有日期，取文件的日期。',

  // Typecho
  'a URL (mysql://user:password@host/database, postgres://…), a file of SQLite, or an SQL dump':
    'URL（“mysql://用户:密码@主机/数据库”或“postgres://…”）、SQLite 文件，或 SQL 导出文件',
  'Found a URL with {0}://; expected {1}.': '不支持以 {0}:// 开头的 URL，应为 {1}。',
  '{0} does not exist; expected {1}.': '{0} 不存在，应为 {1}。',
  '{0} is no file; expected {1}.': '{0} 不是文件，应为 {1}。',
  "{0} has {1} bytes; expected at most {2}. Dump only Typecho's tables, or give the URL of the database.":
    '{0} 有 {1} 字节，最多 {2} 字节。请只导出 Typecho 的表，或者写数据库的 URL。',
  '{0} cannot be opened: {1}. Check the address, the user and the password; the server must accept connections from this computer.':
    '无法打开 {0}：{1}。请检查地址、用户名和密码；服务器要允许从这台电脑连接。',
  'Found the tables {0}; expected those of Typecho: typecho_contents, typecho_metas, typecho_relationships and typecho_options, with any prefix. Check the name of the database.':
    '数据库中的表有：{0}。应有 Typecho 的表 typecho_contents、typecho_metas、typecho_relationships 和 typecho_options，前缀不限。请检查数据库的名称。',
  'Found blogs with the prefixes {0}; expected {1}. Add the prefix to the location: …#{2}':
    '数据库中博客的前缀有：{0}，应为{1}。请在来源末尾注明前缀：…#{2}',
  one: '其中一个',
  '{0}: found COPY; expected INSERT. Dump with pg_dump --inserts, or give the URL of the database.':
    '{0}：这里是 COPY，应为 INSERT。请用 pg_dump --inserts 导出，或者写数据库的 URL。',
  '{0}: found a string that does not end; expected a complete dump. Export the database again.':
    '{0}：字符串没有结束，导出文件不完整。请重新导出数据库。',
  '{0}: found {1}…; expected a string, a number or NULL. Export the database with mysqldump, or give its URL or its SQLite file instead.':
    '{0}：这里是 {1}…，应为字符串、数或 NULL。请用 mysqldump 导出，或者改用数据库的 URL 或 SQLite 文件。',
  'Shown with the template {0} of the theme.': '旧站用主题的模板 {0} 显示它。',
  'Contains bytes that are not UTF-8.': '含有不是 UTF-8 的字节。',
  'Changes of {0} that were not published.': '{0} 尚未发布的修改。',

  // WordPress
  '{0} does not exist; expected the file that WordPress writes under Tools → Export.':
    '{0} 不存在，应为 WordPress 后台“工具 → 导出”生成的文件。',
  '{0} has no .xml files; expected those that WordPress writes under Tools → Export.':
    '{0} 中没有 .xml 文件，应有 WordPress 后台“工具 → 导出”生成的文件。',
  '{0} cannot be read: {1}. It may be damaged: export it again.':
    '无法读取 {0}：{1}。文件可能已损坏，请重新导出。',
  '{0} is no export of WordPress; expected <rss> with <channel>.':
    '{0} 不是 WordPress 的导出文件，其中应有 <rss> 和 <channel>。',
  'Had the type {0} on the old site.': '在旧站上的类型是 {0}。',
  'The shortcode [{0}] is kept as text.': '短代码 [{0}] 保留为文字。',
  'The post had several pages; they are one now.': '文章原来分成几页，现在合为一页。',

  // Remote images
  'The image {0} stays remote: {1}.': '图片 {0} 仍用远程地址：{1}。',
  'no complete response within {0} s': '{0} 秒内没有收到完整的响应',
  'found {0}; expected http: or https:': '地址以 {0} 开头，应为 http: 或 https:',
  '{0} is not the address of a public server': '{0} 不是公网服务器的地址',
  'more than {0} bytes': '超过 {0} 字节',
  'the server responded with {0}': '服务器响应的状态码是 {0}',
  'not fetched': '没有下载',
  '{0} did not respond to {1} requests before': '{0} 此前的 {1} 个请求都没有响应',
  'not found among the uploads': '上传文件中没有它',
  'the URL is not absolute': '不是完整的 URL',
  'more than {0} redirects': '重定向超过 {0} 次',
  'found a data: URL without content': 'data: 地址没有内容',
  'found {0}; expected {1}': '收到的是{0}，应为{1}',
  'an image of the type {0}': '{0} 类型的图片',
  'an image of an unknown type': '类型不明的图片',
  'a page of HTML': 'HTML 网页',
  'no image': '图片以外的内容',
  'site.config.ts has errors: npm run lint:content lists them.':
    'site.config.ts 中有错误，请运行 npm run lint:content 查看。',
  'the link cannot be changed automatically: write ![…](…) with its URL':
    '无法自动修改这个链接，请写成带有 URL 的 ![…](…)',
  'changing the link would change how the article is read': '修改链接会改变文章其他部分的含义',
  '{0} of {1}': '{0} / {1}',
  '{0} not downloaded: save them by hand, or remove them.': '{0}没有下载成功，请手动保存，或者删去。',
  'All images are files of the site now.': '现在所有图片都是本站的文件。',
  'Found no remote images.': '没有远程图片。',
}
