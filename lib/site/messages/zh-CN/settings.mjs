// Problems of the configuration (`site.config.ts`) and of environment variables.

/** @type {Readonly<Record<string, string>>} */
export const settings = {
  'This file is missing.': '缺少这个文件。',
  'Create a site: npm run init.': '请新建站点：npm run init。',
  'Running this file failed: {0}.': '运行这个文件时出错：{0}。',
  'Found no export of the name "site"; expected `export const site = { … }`.':
    '没有名为 site 的导出，应为 `export const site = { … }`。',
  'This file is not TypeScript: {0}.': '这个文件不是有效的 TypeScript：{0}。',
  'The setting "{0}" is missing.': '缺少设置“{0}”。',
  'Found the unknown setting "{0}".': '没有“{0}”这个设置。',
  'docs/configuration.md lists all settings. Remove it.': '请删去。全部设置见 docs/zh-CN/configuration.md。',
  'The site has no configuration.': '站点没有设置文件。',

  // What a setting expects
  'a list, [ … ]': '列表 [ … ]',
  'an object, { … }': '对象 { … }',
  'another value': '其他的值',
  'an object': '对象',
  'a whole number from 1 to 1000': '1 到 1000 的整数',
  'the origin of a URL, such as https://example.org, without a path or a slash at its end':
    '不带路径、末尾没有斜杠的网址，例如 https://example.org',
  'an IANA time zone, such as Asia/Shanghai': 'IANA 时区，例如 Asia/Shanghai',
  'a mailto: or https:// URL': '以 mailto: 或 https:// 开头的地址',
  'a domain and a date, such as example.org,2026': '域名和日期，例如 example.org,2026',
  'a command of TeX, such as \\R': 'TeX 命令，例如 \\R',
  'the name of a text in lib/site/i18n': 'lib/site/i18n 中文字的名称',
  'a number with 14 digits, such as 京公网安备 11010502030123号':
    '含 14 位数字的备案号，例如京公网安备 11010502030123号',
  'a registration number, such as 京ICP备12345678号-1': '备案号，例如京ICP备12345678号-1',
  'the 32 hexadecimal digits after hm.js?': 'hm.js? 后面的 32 位十六进制数',
  'the name of an attribute': '属性名',
  'SVG with width and height': '有宽度和高度的 SVG',
  '{0} or {1}': '{0}或{1}',
  'text that is not empty': '非空的文字',
  'a URL that starts with https:// or http://': '以 https:// 或 http:// 开头的网址',
  'a path that starts with /, or a URL': '以 / 开头的路径，或网址',
  'at least one language': '至少一种语言',
  'each language once': '不重复的语言',
  'the first of languages, or no language': 'languages 中的第一种语言，或者不写 language',
  'only the placeholders {0}, and not :{1}': '只用占位符 {0} 的路径，没有 :{1} 这个占位符',
  'a pattern with :slug or :id, because each post needs an address of its own':
    '含有 :slug 或 :id 的路径，这样每篇文章的地址才不同',
  'another path, because Lemma uses {0} itself': '别的路径，{0} 是 Lemma 自己使用的',
  'another path, because Lemma uses this one itself': '别的路径，这个路径是 Lemma 自己使用的',
  'a path such as /archives/1.html, which starts with / and contains no spaces, ? or #':
    '以 / 开头、不含空格、? 和 # 的路径，例如 /archives/1.html',
  'a path that does not end with .{0}, which is the end of another representation of a post':
    '不以 .{0} 结尾的路径，它是文章其他格式的扩展名',
  'the host of a URL, such as player.bilibili.com, without https:// and without a path':
    '网址中的域名，例如 player.bilibili.com，不带 https:// 和路径',
  'the ink {0}': '文字颜色 {0}',
  'the accent {0}': '强调色 {0}',
  'the colour {0} of code': '代码颜色 {0}',
  'a paper on which {0} is legible, with a contrast of at least {1}:1 (WCAG AA); it is {2}:1':
    '能看清{0}的背景色，对比度至少为 {1}:1（WCAG AA），现在是 {2}:1',
  'a colour that is legible on {0}, with a contrast of at least {1}:1 (WCAG AA); it is {2}:1':
    '在 {0} 上能看清的颜色，对比度至少为 {1}:1（WCAG AA），现在是 {2}:1',
  'a colour as #rrggbb': '形如 #rrggbb 的颜色',
  'names of fonts, separated by commas, such as "EB Garamond", Georgia':
    '字体名，用逗号分隔，例如 "EB Garamond", Georgia',
  'the name of a font family': '字体名',
  'the path of a file below site/public that starts with / and ends with .woff2, .woff, .ttf or .otf':
    'site/public 下的文件路径，以 / 开头，以 .woff2、.woff、.ttf 或 .otf 结尾',
  'a number from 1 to 1000, or for a variable font a range such as "200 900"':
    '1 到 1000 的数，可变字体则是范围，例如 "200 900"',
  'a number of rem from {0} to {1}': '{0} 到 {1} 的数，单位是 rem',

  // Environment variables
  'REVALIDATE_SECRET is not set': '没有设置 REVALIDATE_SECRET',
  'INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens; IndexNow is disabled. Create a key: node -p "crypto.randomUUID()"':
    'INDEXNOW_KEY 应为 8 到 128 个字母、数字和连字符；IndexNow 已停用。生成密钥：node -p "crypto.randomUUID()"',

  // The last valid configuration
  'The problems of other files were found with the last valid configuration, of {0}.':
    '其他文件的问题是按上一份有效的设置（{0}）检查出来的。',
  'The problems of other files were found with the last valid configuration, which is published.':
    '其他文件的问题是按上一份有效的设置（已发布的那份）检查出来的。',
  'Correct {0} first. Then all files are checked again.': '请先改正 {0}，之后会重新检查所有文件。',
}
