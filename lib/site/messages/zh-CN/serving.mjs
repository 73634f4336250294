// Messages while a site is built, served, published and announced.

/** @type {Readonly<Record<string, string>>} */
export const serving = {
  // Installing, building, serving
  'Found Node {0}; expected 20.9 or newer.': '现在的 Node 是 {0}，需要 20.9 或更高的版本。',
  'Installing packages…': '正在安装依赖……',
  'npm ci failed; its message is above.': 'npm ci 失败，原因见上文。',
  'Compiling content…': '正在编译内容……',
  'Content compiled in {0}.': '内容编译完成，用时 {0}。',
  '{0} is damaged (not JSON); rebuilding it.': '{0} 已损坏（不是 JSON），将重新生成。',
  'The folder {0} contains no site. Create one in the volume: docker run --rm -it -v <folder>:{1} <image> node lib/cli/init.mjs':
    '文件夹 {0} 里没有网站。请先在卷里新建：docker run --rm -it -v <文件夹>:{1} <镜像> node lib/cli/init.mjs',
  'The code in {0} (slots.tsx, components/) is not that of this image, which cannot build. Build an image with it: docker build --build-context site=<folder> -t my-blog . (docs/container.md)':
    '{0} 里的代码（slots.tsx、components/）与这个镜像构建时的不同，而镜像不能构建。请构建包含这些代码的镜像：docker build --build-context site=<文件夹> -t my-blog .（见 docs/zh-CN/container.md）',
  'The engine is not built; build it first: npm run build': '引擎还没有构建，请先运行 npm run build',
  'This engine was packed for a container: it serves sites and cannot do this. Use a checkout of Lemma. (docs/container.md)':
    '这个引擎为容器精简过：它只发布网站，不能执行这个命令。请使用 Lemma 的源码目录。（docs/container.md）',
  'The engine is packed already.': '引擎已经精简过了。',
  'Packed: {0} files of packages were deleted.': '已精简：删除了依赖包的 {0} 个文件。',
  '{0} is damaged; rebuilding it.': '{0} 已损坏，将重新生成。',
  'Nothing changed since the last build.': '上次构建之后没有改动。',
  'Building the site…': '正在构建站点……',
  'Site built in {0}.': '站点构建完成，用时 {0}。',
  'The content could not be compiled; serving the last published version.':
    '内容无法编译，将提供上次发布的版本。',
  'The site was not built; the reason is above.': '站点没有构建，原因见上文。',
  'The content was not published; the problems are above.': '内容没有发布，问题见上文。',
  'Checking content…': '正在检查内容……',
  'Fixed {0}.': '已修正 {0}。',
  'Serving on http://localhost:{0} (stop with Ctrl-C).':
    '网站已在 http://localhost:{0} 运行（按 Ctrl-C 停止）。',
  'The server': '服务器',
  'The development server': '开发服务器',
  'The publisher': '发布程序',
  '{0} could not be started: {1}': '{0} 无法启动：{1}',
  '{0} {1}; exiting.': '{0}{1}，命令随之退出。',
  '{0} {1}; restarting now.': '{0}{1}，立即重启。',
  '{0} {1}; restarting in {2} s.': '{0}{1}，{2} 秒后重启。',
  'was killed by {0}': '被信号 {0} 终止',
  'exited with code {0}': '已退出，退出码为 {0}',
  'The code in {0} could not be copied: {1}. It is copied at its next change.':
    '{0} 中的代码无法复制：{1}。下次改动时会再复制。',
  'Port {0} is in use. Set another one with PORT, or stop the program that uses it.':
    '端口 {0} 已被占用。请用 PORT 指定别的端口，或者停止占用它的程序。',
  '{0}; revalidation and preview links are disabled.': '{0}；更新接口和预览链接已停用。',
  'Revalidation failed; the cached pages stay as they are.': '更新失败，缓存的页面保持不变。',
  '… {0} more like this in the last minute: {1}': '……最近一分钟里还有 {0} 条相同的：{1}',
  'Found LOG_FORMAT={0}; expected text or json. The log is text.':
    'LOG_FORMAT={0} 不对；应为 text 或 json。日志按 text 输出。',
  'Found LOG_LEVEL={0}; expected {1}. The level is info.':
    'LOG_LEVEL={0} 不对；应为 {1} 之一。级别按 info 处理。',
  '{0} {1} took {2} s (status {3}).': '{0} {1} 用了 {2} 秒（状态码 {3}）。',
  '{0} {1} failed with status {2}.': '{0} {1} 失败，状态码 {2}。',
  'Refused requests for {0}: one address sent too many.': '拒绝了对 {0} 的请求：一个地址发得太多。',
  'STRICT_TRANSPORT_SECURITY must be "max-age=<seconds>", optionally with "; includeSubDomains" and "; preload"; it is not sent.':
    'STRICT_TRANSPORT_SECURITY 应是 "max-age=<秒数>"，可以加上 "; includeSubDomains" 和 "; preload"；现在没有发送。',
  'TRUST_PROXY cannot be read ({0}). Write the number of proxies, 1, or their addresses: loopback, 10.0.0.0/8.':
    '读不懂 TRUST_PROXY（{0}）。请写代理的个数（1）或代理的地址：loopback、10.0.0.0/8。',
  '{0} has fewer than {1} characters (create one: openssl rand -hex 32)':
    '{0} 不足 {1} 个字符（可以这样生成：openssl rand -hex 32）',
  '{0}; metrics are disabled.': '{0}；不提供监控指标。',
  'Requests still open after {0} s; closing their connections.':
    '{0} 秒后仍有请求没有结束，将关闭它们的连接。',
  'Redis connected; sharing pages and expired tags.': '已连接 Redis，共享页面和过期的标签。',
  'Redis unavailable ({0}); serving without shared cache, reconnecting.':
    'Redis 不可用（{0}），暂不使用共享缓存，正在重新连接。',
  'Redis took longer than {0} ms.': 'Redis 超过 {0} 毫秒没有响应。',

  // Errors of the system
  '{0} {1}': '{0}{1}',
  'Could not copy {0}:': '无法复制 {0}：',
  'Could not create {0}:': '无法新建 {0}：',
  'Could not open {0}:': '无法打开 {0}：',
  'Could not rename {0}:': '无法重命名 {0}：',
  'Could not delete {0}:': '无法删除 {0}：',
  'Could not write:': '无法写入：',
  'Could not write {0}:': '无法写入 {0}：',
  '{0} is on a read-only file system (EROFS). Mount it writable, or copy the site to a folder that is.':
    '{0} 位于只读文件系统（EROFS）。请以可写方式挂载，或者把站点复制到可写的文件夹。',
  'no space is left on the disk ({0}). Free some space, then run the command again.':
    '磁盘空间不足（{0}）。请清理后重新运行。',
  '{0} is read-only or open in another program ({1}). Close that program, or run: attrib -R "{2}" /S /D':
    '{0} 是只读的，或者正被另一个程序打开（{1}）。请关闭那个程序，或者运行：attrib -R "{2}" /S /D',
  '{0} is read-only ({1}). Make it writable: chmod -R u+w "{2}"':
    '{0} 是只读的（{1}）。请改为可写：chmod -R u+w "{2}"',
  '{0} belongs to user {1}, and this command runs as user {2} ({3}). Run it as its owner, or change the owner: sudo chown -R {4} "{5}"':
    '{0} 属于用户 {1}，而当前用户是 {2}（{3}）。请以所有者身份运行，或者更改所有者：sudo chown -R {4} "{5}"',

  // Publishing
  '{0} post': '{0} 篇文章',
  '{0} series': '{0} 个系列',
  '{0} page': '{0} 个页面',
  '{0} file': '{0} 个文件',
  'Published {0}.': '已发布 {0}。',
  'Published {0} in {1} ms.': '已发布 {0}，用时 {1} 毫秒。',
  '{0} is not published: its published version is damaged. It is published again when it compiles without errors.':
    '{0} 没有发布：它已发布的版本损坏了。编译没有错误时会再次发布。',
  '{0} changed while it was being published.': '发布时 {0} 又有改动。',
  'Publishing succeeded again.': '发布已恢复正常。',
  'Publishing failed ({0}); the last published content stays online. Retrying in {1} s.':
    '发布失败（{0}），网站保留上次发布的内容，{1} 秒后重试。',
  'No problems are left.': '问题都已解决。',
  'They are being published.': '正在发布。',
  'git pull took longer than {0} s.': 'git pull 超过了 {0} 秒。',
  'git pull: {0}': 'git pull：{0}',
  'The publisher rebuilds it.': '发布程序会重新生成它。',
  'Build again: npm run build.': '请重新构建：npm run build。',
  '{0} cannot be read ({1}). {2}': '无法读取 {0}（{1}）。{2}',

  // Announcing
  'Announcing changes failed; retrying with the next publication.': '通知失败，下次发布时重试。',
  'The content is not compiled yet: npm run content.': '内容还没有编译，请运行 npm run content。',
  'No receivers are configured: set INDEXNOW_KEY, BAIDU_PUSH_TOKEN, or websubHub in site.config.ts.':
    '没有设置要通知谁：请设置 INDEXNOW_KEY、BAIDU_PUSH_TOKEN，或者 site.config.ts 中的 websubHub。',
  'The existing content counts as announced; the state is stored in {0}.':
    '现有的内容视为已经通知过，状态保存在 {0}。',
  'The remaining announcements are kept in {0} for the next run.': '其余的通知保存在 {0}，下次运行时再发。',
  '{0} URL': '{0} 个网址',
  'Announced {0} to {1}.': '已向 {1} 通知 {0}。',
  '{0} has failed for 30 days ({1}); discarding {2}.': '{0} 连续 30 天失败（{1}），放弃 {2}。',
  'Announcing {0} to {1} failed ({2}); retrying in {3} s.': '向 {1} 通知 {0} 失败（{2}），{3} 秒后重试。',
  'The queue for {0} exceeds {1} URLs; discarding the oldest {2}.':
    '等待通知 {0} 的网址超过了 {1} 个，放弃最早的 {2} 个。',
  '{0} is damaged (not JSON); its queued announcements are lost.':
    '{0} 已损坏（不是 JSON），其中等待发送的通知已丢失。',

  // Components and slots
  'Changed: {0}. Pages show the components and slots of the last build: stop npm start and start it again, which builds them.':
    '已更改：{0}。网页上仍是上次构建的组件和插槽：请停止 npm start 再重新运行，它会重新构建。',
}
