// Messages of the commands that authors run.

/** @type {Readonly<Record<string, string>>} */
export const commands = {
  // Options
  'npm kept --{0} for itself. Write it as --{1}=…, or put -- before the options.':
    'npm 截留了 --{0}。请写成 --{1}=…，或者在选项前面加上 --。',
  'npm kept --{0} for itself. Write it as --{1}={2}, or put -- before it.':
    'npm 截留了 --{0}。请写成 --{1}={2}，或者在它前面加上 --。',
  'Found --{0} without a value. Write --{1} {2}': '--{0} 后面没有值，请写 --{1} {2}',
  'Found the unknown option {0}.': '没有选项 {0}。',
  'Found {0} with a value; it has none.': '选项 {0} 不带值。',
  'Found {0} without a value.': '选项 {0} 缺少值。',
  'Found --lang {0}; expected en or zh-CN.': '--lang 的值是 {0}，应为 en 或 zh-CN。',
  'The site folder {0} does not exist. Create a site: npm run init {1}':
    '站点文件夹 {0} 不存在。新建站点：npm run init {1}',
  '{0} does not exist.': '{0} 不存在。',

  // --help
  'Use: {0}': '用法：{0}',
  'Serve the site, and publish changes of its files. Installs packages and builds before, if necessary. The variable PORT sets the port.':
    '运行网站，并发布文件的改动。需要时先安装依赖并构建。端口由变量 PORT 指定。',
  'Show the site while you write, drafts included. Pages show the problems of their files, and reload when you save.':
    '写作时预览网站，包括草稿。页面会显示文件中的问题，保存后自动更新。',
  'Compile the content and build the site, for a host that serves it. Stops at any problem of the content.':
    '编译内容并构建站点，供托管平台使用。内容有问题时停止。',
  'Compile the content without building the site.': '只编译内容，不构建站点。',
  'Report the problems of all content, drafts included, or of some files, with what to write instead. Publishes nothing.':
    '检查全部内容（包括草稿）或指定的文件，报告问题和改法。不会发布任何内容。',
  'print the problems as JSON': '用 JSON 输出问题',
  'correct the problems that have one safe correction': '自动修正没有歧义的问题',
  'Create a draft in content/posts.': '在 content/posts 新建草稿。',
  'Add works to content/references.bib, by their DOI or arXiv number.':
    '按 DOI 或 arXiv 编号，把文献加入 content/references.bib。',
  'Print a link with which others can read a scheduled post.':
    '输出一个链接，别人可以用它阅读定时发布的文章。',
  'how long the link is valid': '链接的有效时间（小时）',
  'Notify search engines and the WebSub hub of what changed since the last time, for a site without npm start.':
    '把上次以来的改动通知搜索引擎和 WebSub 服务，用于没有运行 npm start 的站点。',
  'Create a site in a new folder, or in place of the sample. Asks for what the options do not say.':
    '在新文件夹中新建站点，或者替换示例。没有用选项说明的，会逐项询问。',
  'name of the site': '站点的名称',
  'its URL': '网址',
  'its language: zh-CN, zh-TW, en or ja': '语言：zh-CN、zh-TW、en 或 ja',
  'your name, as readers see it': '您的名字，读者会看到',
  'licence of your posts': '文章的许可证',
  'time zone of dates, such as Asia/Shanghai': '日期的时区，例如 Asia/Shanghai',
  'replace the sample without asking': '替换示例时不再询问',
  'Replace the engine in your repository by a newer version. Your content, settings and components do not change.':
    '把仓库中的程序换成新版本。内容、设置和组件不变。',
  'repository of the engine: a remote, a URL or a path': '程序的仓库：远程名、网址或路径',
  'only print what would change': '只显示将要改动的文件',
  'replace files of the engine that you have modified': '替换您修改过的程序文件',
  'Check the machine, the site and the services that it uses, and say what to do about each fault.':
    '检查这台机器、站点和它使用的服务，并说明怎样解决每个问题。',
  'Import a site of typecho, wordpress, hexo, hugo, jekyll, obsidian or markdown (docs/moving.md). Files that you edited are kept.':
    '导入其他系统的站点：typecho、wordpress、hexo、hugo、jekyll、obsidian 或 markdown（见 docs/zh-CN/moving.md）。您改过的文件保持原样。',
  'copy of the uploads of the old site': '旧站上传文件的副本',
  'write hashes of the e-mail addresses of readers': '读者的电子邮箱只写哈希',
  'only write the report': '只写报告',
  'Download the remote images of all articles, or of some files, and change their links.':
    '下载全部文章或某些文件中的远程图片，并修改链接。',
  'Check the site: content, types, build, and every page in a browser.':
    '检查站点：内容、类型、构建，并在浏览器中打开每一页。',
  'folder of the site (docs/start.md)': '站点文件夹（见 docs/zh-CN/start.md）',
  'language of messages: en or zh-CN': '消息的语言：en 或 zh-CN',

  // New posts, citations, previews
  'A title is missing.\n{0}': '缺少标题。\n{0}',
  '{0} exists already. Choose another title, or edit that file.':
    '{0} 已经存在。请换一个标题，或者编辑那个文件。',
  'Created the draft {0}. `npm run dev` shows it at {1}; remove `draft: true` to publish it.':
    '已新建草稿 {0}。运行 `npm run dev` 后在 {1} 查看；删去 `draft: true` 即可发布。',
  'A DOI or an arXiv number is missing. Use: npm run cite 10.1007/BF01456952, or npm run cite 2006.11239':
    '缺少 DOI 或 arXiv 编号。用法：npm run cite 10.1007/BF01456952，或者 npm run cite 2006.11239',
  'Added {0} to {1}: {2}\nCite it as [@{3}].': '已把 {0} 加入 {1}：{2}\n引用时写 [@{3}]。',
  'Its title has formulas, which were added as text: write them in {0} as $…$.':
    '标题里的公式是作为文字加入的，请在 {0} 中改写成 $…$。',
  'Found "{0}"; expected a DOI, 10.1007/BF01456952, or an arXiv number, 2006.11239.':
    '“{0}”无效，应为 DOI（如 10.1007/BF01456952）或 arXiv 编号（如 2006.11239）。',
  'Nothing was added, because of an error in {0}:\n{1}': '{0} 中有错误，没有加入任何文献：\n{1}',
  '{0} has this work already: cite it as [@{1}].': '{0} 中已有这条文献，引用时写 [@{1}]。',
  '{0} did not answer in {1} s; try again later.': '{0} 在 {1} 秒内没有响应，请稍后再试。',
  '{0} has no title for {1}; add the work to the file yourself.':
    '{0} 没有 {1} 的标题，请自己把文献写进文件。',
  '{0} does not know {1}; check it for typing errors.': '{0} 没有 {1}，请检查是否写错。',
  '{0} answered with status {1}; try again later.': '{0} 响应的状态码是 {1}，请稍后再试。',
  '{0} has no bibliographic data of {1}; add the work to the file yourself.':
    '{0} 没有 {1} 的文献数据，请自己把文献写进文件。',
  '{0} cannot be reached ({1}). This command needs the internet.': '无法连接 {0}（{1}）。这个命令需要联网。',
  'Scheduled posts: {0}.': '定时发布的文章：{0}。',
  'The slug of a post is missing. Use: npm run preview <slug>. {0}':
    '缺少文章的 slug。用法：npm run preview <slug>。{0}',
  'Found {0} after the slug; expected only --hours and a number.':
    'slug 后面有 {0}，只能写 --hours 和一个数。',
  '"{0}" is not a scheduled post. {1} To schedule a draft, set a future date and remove `draft: true`.':
    '“{0}”不是定时发布的文章。{1}要定时发布草稿，请写将来的日期，并删去 `draft: true`。',
  'Found --hours {0}; expected a number up to 8760.': '--hours 的值是{0}，应为不超过 8760 的数。',
  'without a number': '空的',
  '{0}: put it into .env.local here and on the server.': '{0}：请写进本机和服务器的 .env.local。',
  'Valid until {0}; on this machine: http://localhost:3000{1}':
    '有效期至 {0}；在本机上：http://localhost:3000{1}',
  'A page contains an inline script, which its security policy blocks: {0}. Put the script into a file in site/public (docs/security.md).':
    '页面含有内联脚本，已被安全策略阻止：{0}。请把脚本写进 site/public 中的文件（见 docs/zh-CN/security.md）。',
  'sharp is not installed for this platform; images are sent in their original size.':
    '没有适合这个平台的 sharp，图片按原尺寸发送。',

  // npm run doctor
  Memory: '内存',
  Disk: '磁盘',
  Fonts: '字体',
  Port: '端口',
  Configuration: '设置',
  Address: '地址',
  Secret: '密钥',
  Reachable: '访问',
  Clock: '时钟',
  'Found {0}; expected 20.9 or newer.': '现在是 {0}，需要 20.9 或更高的版本。',
  'Install a newer Node: https://nodejs.org': '请安装新版本的 Node：https://nodejs.org',
  'Found {0}; building 1,000 posts takes 1.4 GB.': '只有 {0}，构建 1000 篇文章需要 1.4 GB。',
  'Add swap space, or build on another machine and copy the folder.':
    '请增加交换空间，或者在别的机器上构建，再把文件夹复制过来。',
  '{0} GB free': '可用 {0} GB',
  'Found {0}; expected at least 1 GB.': '{0}，至少需要 1 GB。',
  'Delete files, or enlarge the disk.': '请删除文件，或者扩大磁盘。',
  'those of cards and formulas are installed': '卡片和公式的字体已安装',
  '{0} is missing.': '缺少 {0}。',
  'Install the packages again: npm ci': '请重新安装依赖：npm ci',
  '{0} is free': '{0} 可用',
  'Lemma serves on {0}; its health is "{1}"': 'Lemma 正在使用 {0}，健康状态是“{1}”',
  'Another program uses {0}.': '{0} 已被其他程序占用。',
  'Stop it, or choose another port: PORT=3001 npm start':
    '请停止那个程序，或者换一个端口：PORT=3001 npm start',
  'git is not installed.': '没有安装 git。',
  'Install git: dates of edits and publishing by push need it.': '请安装 git：修改日期和推送发布都要用它。',
  'on the branch {0}': '在分支 {0} 上',
  'on the branch {0}, which pulls from {1}': '在分支 {0} 上，从 {1} 拉取',
  'The repository of the site has no commits yet.': '站点的仓库里还没有提交。',
  'Save the site in it: git add -A, then git commit -m "Create my site"':
    '请提交站点：先运行 git add -A，再运行 git commit -m "新建站点"',
  'The site cannot be pulled: {0}.': '无法拉取站点：{0}。',
  'Publish from a clone: git clone …, or git init && git remote add origin …':
    '请从克隆的仓库发布：git clone …，或者 git init && git remote add origin …',
  'There is no folder content/.': '没有 content/ 文件夹。',
  'Create a site: npm run init': '请新建站点：npm run init',
  '{0} in content/': 'content/ 中有{0}',
  'npm run lint:content lists all problems.': '运行 npm run lint:content 查看全部问题。',
  '{0}, where it is {1}': '{0}，当地时间 {1}',
  'The URL of the site is {0}.': '站点的网址是 {0}。',
  'Set `url` in site.config.ts to its real address.': '请在 site.config.ts 的 `url` 中写真实的网址。',
  '{0}: webhooks and preview links are disabled.': '{0}：webhook 和预览链接不可用。',
  'Write REVALIDATE_SECRET=… to .env.local: node -p "crypto.randomBytes(32).toString(\'hex\')"':
    '请在 .env.local 中写 REVALIDATE_SECRET=…，用这个命令生成：node -p "crypto.randomBytes(32).toString(\'hex\')"',
  'REVALIDATE_SECRET is set': 'REVALIDATE_SECRET 已设置',
  '{0} is served by Lemma; its health is "{1}"': '{0} 由 Lemma 提供，健康状态是“{1}”',
  "{0}/api/health responds with {1}, not with Lemma's health.":
    '{0}/api/health 响应的状态码是 {1}，内容不是 Lemma 的健康状态。',
  'Check the DNS record and the proxy in front of the server (docs/deploying.md).':
    '请检查 DNS 记录和服务器前面的反向代理（见 docs/zh-CN/deploying.md）。',
  '{0} cannot be reached from here ({1}).': '从这里无法访问 {0}（{1}）。',
  'Check the DNS record, the firewall and the certificate. Before the first publication this is expected.':
    '请检查 DNS 记录、防火墙和证书。第一次发布之前出现这个提示是正常的。',
  'The clock of this machine differs by {0} s from that of the site.': '这台机器的时钟与站点相差 {0} 秒。',
  'Scheduled posts appear by the clock: turn on NTP (timedatectl set-ntp true).':
    '定时发布以时钟为准，请启用 NTP（timedatectl set-ntp true）。',
  answers: '有响应',
  'Redis cannot be reached ({0}); each instance has a cache of its own.':
    '无法连接 Redis（{0}），各实例使用自己的缓存。',
  'Start it, or correct REDIS_URL: redis://127.0.0.1:6379/0':
    '请启动 Redis，或者改正 REDIS_URL：redis://127.0.0.1:6379/0',
  '{0}, {1}.': '{0}，{1}。',
  '{0} error': '{0} 个错误',

  // npm run init
  'Found {0} folders; expected one. Quote a name that contains spaces.':
    '写了 {0} 个文件夹，只能有一个。含有空格的名字要加引号。',
  '{0} is a file; expected a folder.': '{0} 是文件，应为文件夹。',
  'The sample site ({0} files in content/, site.config.ts) will be deleted.':
    '示例站点（content/ 中的 {0} 个文件和 site.config.ts）将被删除。',
  '{0} Confirm it with --yes, or name a new folder: npm run init ../my-blog':
    '{0}请用 --yes 确认，或者写一个新文件夹：npm run init ../my-blog',
  '{0} Continue? (y/N) ': '{0}是否继续？(y/N) ',
  'Nothing was changed.': '没有改动任何文件。',
  '--{0} is missing. Use: npm run init -- ../my-blog --{1}="…"':
    '缺少 --{0}。用法：npm run init -- ../my-blog --{1}="…"',
  'This setting is required.': '这一项必填。',
  'Created {0} files in {1}:': '已在 {1} 新建 {0} 个文件：',
  'Kept {0}, which existed.': '保留了原有的 {0}。',
  'Next:': '接下来：',
  'write, with a preview on http://localhost:3000': '写作，预览在 http://localhost:3000',
  '{0} contains the settings, with comments.': '{0} 中是站点的设置，附有说明。',
  '{0} contains a site already ({1}). Choose a new folder: npm run init ../my-blog':
    '{0} 中已有站点（{1}）。请换一个新文件夹：npm run init ../my-blog',
  '  and {0} more': '  还有 {0} 个',
  "This folder contains files that are not the sample's:\n{0}\n": '这个文件夹中有不属于示例的文件：\n{0}\n',
  'Move what you want to keep to another folder and undo your changes of the sample (git restore), or create the site in a new folder: npm run init ../my-blog':
    '请把要保留的文件移到别处，并撤销对示例的改动（git restore）；或者在新文件夹中新建站点：npm run init ../my-blog',
  'Name of the site': '站点的名称',
  'URL, such as https://example.org': '网址，例如 https://example.org',
  'Language ({0})': '语言（{0}）',
  'Your name, as readers see it': '您的名字，读者会看到',
  'Licence of your posts\n{0}\n ': '文章的许可证\n{0}\n ',
  'Time zone': '时区',
  'Found "{0}"; expected one of {1}.': '“{0}”无效，应为以下之一：{1}。',
  'Found "{0}"; expected {1}.': '“{0}”无效，应为{1}。',

  // npm run upgrade
  '{0} is not a git repository. Upgrades need one.': '{0} 不是 git 仓库，无法升级。',
  '{0} contains no engine. Upgrade the engine in its own folder: run git pull in {1}.':
    '{0} 中没有程序。请在程序所在的文件夹里升级：在 {1} 里运行 git pull。',
  'There are changes that are not committed:\n{0}\nCommit them, or put them aside (git stash -u). Nothing was changed.':
    '有没有提交的改动：\n{0}\n请先提交，或者暂存起来（git stash -u）。没有改动任何文件。',
  'Nothing was changed (--dry-run).': '没有改动任何文件（--dry-run）。',
  'Nothing was changed. To replace the files that you have modified, add --force; git keeps your versions.':
    '没有改动任何文件。要替换您修改过的文件，请加 --force；git 中保留着您的版本。',
  'Upgraded to {0} and committed. Publish it: git push; on your own server, restart npm start.':
    '已升级到 {0} 并提交。发布请运行 git push；自己的服务器请重启 npm start。',
  'Fetching versions from {0}…': '正在从 {0} 获取版本……',
  'no versions': '没有版本',
  'the versions {0}': '有版本 {0}',
  'Found {0} in {1}; expected {2}.': '{1} 中{0}，没有 {2}。',
  'Found {0} in {1}.': '{1} 中{0}。',
  "--from names the engine's repository: a URL or a path.": '--from 指定程序的仓库，可以是网址或路径。',
  '{0} is older than the current version, {1}.': '{0} 比当前版本 {1} 旧。',
  '{0} is installed already.': '已经是 {0}。',
  'This repository has no remote "upstream" or "origin". Use: npm run upgrade -- --from <URL of the engine>':
    '这个仓库没有远程“upstream”或“origin”。用法：npm run upgrade -- --from <程序的网址>',
  'Upgrade from {0} to {1}. Files to write: {2}; to remove: {3}.':
    '从 {0} 升级到 {1}。将写入 {2} 个文件，删除 {3} 个。',
  'content/, site/ and site.config.ts do not change.': 'content/、site/ 和 site.config.ts 不变。',
  'You have modified these files, which would be replaced:': '您修改过以下文件，它们会被替换：',
  'You have modified these files, which the new version does not change. They are kept:':
    '您修改过以下文件，新版本没有改动它们，因此保留：',
  'Migration to {0}:': '迁移到 {0}：',
  '{0} failed; its message is above. The new files are there, but nothing is committed. Correct the problems and commit (git add -A; git commit), or undo the upgrade: git reset --hard':
    '{0} 失败，原因见上文。新文件已写入，但没有提交。请解决问题后提交（git add -A; git commit），或者撤销升级：git reset --hard',
  'git {0} failed: {1}': 'git {0} 失败：{1}',
  "The engine's repository has no tag v{0}, so your changes of its files cannot be found.":
    '程序的仓库中没有标签 v{0}，无法找出您修改过哪些文件。',

  // npm run backup, npm run restore
  'Write the files of the site and its state into a .tar.gz archive, also while it is served (docs/backup.md).':
    '把站点的文件和状态写入一个 .tar.gz 备份，网站运行时也可以（docs/zh-CN/backup.md）。',
  'the archive, or an existing folder for it': '备份文件，或者存放它的已有文件夹',
  'Verify a backup and restore its site to a new folder, or in place of the site that is chosen with --site.':
    '校验备份，然后把站点恢复到新文件夹，或者恢复到 --site 选定的站点。',
  'restore into a folder that is not empty; replaced files are kept':
    '恢复到非空的文件夹，被替换的文件会保留',
  'Found {0} arguments; expected none. {1}': '有 {0} 个参数，应当没有参数。{1}',
  'Found {0} arguments; expected an archive, and a folder for the site. {1}':
    '有 {0} 个参数，应为备份文件和站点的文件夹。{1}',
  '{0} is a symbolic link that leads nowhere; left out.': '{0} 是失效的符号链接，已略过。',
  'Reading {0} ({1})…': '正在读取 {0}（{1}）……',
  'Writing the archive…': '正在写入备份……',
  'Wrote {0}: {1}, {2}.': '已写入 {0}：{1}，{2}。',
  'It may contain secrets (.env) and drafts: only you can read it. Keep a copy on another machine.':
    '其中可能有密钥（.env）和草稿，因此只有您可以读取。请在另一台机器上保存一份。',
  'Found the archive {0}; expected a name that ends with .tar.gz.': '备份文件名是 {0}，应以 .tar.gz 结尾。',
  '{0} exists already. Choose another name with --output.': '{0} 已经存在。请用 --output 指定别的名称。',
  '{0} is in {1}, so later backups would contain it. Choose another folder, such as {2}.':
    '{0} 在 {1} 中，以后的备份会包含它。请选择别的文件夹，如 {2}。',
  '{0} changed each time it was read. Run the command again when no program writes it.':
    '{0} 每次读取时都有变化。请等没有程序写入它时再运行这个命令。',
  'The disk of {0} has {1} left; expected at least {2}. Free some space, or choose another folder.':
    '{0} 所在的磁盘剩余 {1}，至少需要 {2}。请清理磁盘，或者选择别的文件夹。',
  '{0} has format {1}; this version of Lemma reads format {2}. Restore it with the version of Lemma that wrote it.':
    '{0} 的格式是 {1}，这个版本的 Lemma 只能读取格式 {2}。请用写入它的 Lemma 版本来恢复。',
  '{0}: {1} is damaged, or names files outside of the site. Nothing was restored.':
    '{0} 中的 {1} 已损坏，或者包含站点以外的路径。没有恢复任何文件。',
  '{0} is damaged, or is not a .tar.gz archive ({1}). Nothing was restored.':
    '{0} 已损坏，或者不是 .tar.gz 文件（{1}）。没有恢复任何文件。',
  '{0} is not a backup: its first file is not {1}.': '{0} 不是备份：其中第一个文件不是 {1}。',
  '{0} does not belong to the backup': '{0} 不属于这个备份',
  '{0} is damaged': '{0} 已损坏',
  '{0} is missing': '缺少 {0}',
  '{0} fault': '{0} 个错误',
  '{0} has {1}: {2}. Nothing was restored. Use another backup.':
    '{0} 有{1}：{2}。没有恢复任何文件。请使用别的备份。',
  'The archive {0} does not exist.': '备份文件 {0} 不存在。',
  '{0} in the backup of a site with a folder of its own would replace a file of the engine. Restore it to another folder.':
    '这个备份来自有独立文件夹的站点，其中的 {0} 会替换程序的文件。请恢复到别的文件夹。',
  'Verifying {0}…': '正在校验 {0}……',
  'Writing {0}…': '正在写入 {0}……',
  '{0} is not empty. Name a new folder, or add --force: files that are replaced move into a folder {1}… there.':
    '{0} 不是空文件夹。请指定新文件夹，或者加 --force：被替换的文件会移到其中的文件夹 {1}…。',
  'Restored {0} of {1} (Lemma {2}) to {3}.': '已把 {0}恢复到 {3}，备份时间是 {1}，Lemma 版本是 {2}。',
  'The replaced files are in {0}. Delete that folder when you no longer need it.':
    '被替换的文件在 {0} 中。不再需要时可以删除这个文件夹。',
  'serve the site': '启动网站',

  // npm test
  '{0} test': '{0} 个测试',
  'Testing the site in {0}.': '正在测试 {0} 中的站点。',
  Content: '内容',
  Types: '类型',
  'Production build': '构建',
  'Format and lint': '格式和代码检查',
  Container: '容器',
  'Import from database servers': '从数据库服务器导入',
  'Unit tests': '单元测试',
  'End-to-end tests': '端到端测试',
  'Numbers as in LaTeX': '与 LaTeX 一致的编号',
  'Behind nginx and Caddy': '在 nginx 和 Caddy 后面',
  'Deployment on Vercel': '在 Vercel 上部署',
  '{0}: passed': '{0}：通过',
  '{0}: failed': '{0}：失败',
  'There is no build, so the end-to-end tests cannot run.': '没有构建，无法运行端到端测试。',
  '{0} passed only at the second attempt: each is to be mended.': '{0}第二次才通过，都需要修复。',
  'Fetching Playwright’s Chromium…': '正在下载 Playwright 的 Chromium……',
  'The download failed; looking for a browser on this machine.': '下载失败，将使用本机的浏览器。',
  'Installing Debian’s {0}…': '正在安装 Debian 的 {0}……',
  'No browser for the end-to-end tests: Playwright’s download was refused, and none is on this machine.\nInstall Chromium or Chrome so that one of these is on the PATH: {0}. Then run npm test again.':
    '没有用于端到端测试的浏览器：无法下载 Playwright 的浏览器，本机也没有。\n请安装 Chromium 或 Chrome，使 PATH 中有以下程序之一：{0}，然后重新运行 npm test。',
}
