import type { SiteConfig } from '../site'

const zhCN = {
  close: '关闭',
  enlarged: '放大的图片',
  search: '搜索',
  searchField: '搜索文章与公式',
  searchFailed: '暂时无法搜索',
  searchAll: '在搜索页查看全部',
  keys: '键盘',
  keysOn: '使用单键快捷键',
  keyNext: '下一篇，文中为下一节',
  keyPrevious: '上一篇，文中为上一节',
  keyNextPart: '系列下一篇，列表中为下一页',
  keyPreviousPart: '系列上一篇，列表中为上一页',
  keyHelp: '这份说明',
  switchTheme: '切换明暗',
  copyLink: '复制链接',
  copyTex: '复制 TeX',
  copyCode: '复制代码',
  copyTable: '复制表格',
  citeEquation: '引用',
  copied: '已复制',
  copyFailed: '无法复制',
  copyTools: '复制工具',
}

const en: Record<keyof typeof zhCN, string> = {
  close: 'Close',
  enlarged: 'Enlarged image',
  search: 'Search',
  searchField: 'Search articles and formulas',
  searchFailed: 'Search is not available just now',
  searchAll: 'Show all on the search page',
  keys: 'Keyboard',
  keysOn: 'Use single-key shortcuts',
  keyNext: 'Next post; in an article, next section',
  keyPrevious: 'Previous post; in an article, previous section',
  keyNextPart: 'Next in the series; in lists, next page',
  keyPreviousPart: 'Previous in the series; in lists, previous page',
  keyHelp: 'This help',
  switchTheme: 'Switch theme',
  copyLink: 'Copy link',
  copyTex: 'Copy TeX',
  copyCode: 'Copy code',
  copyTable: 'Copy table',
  citeEquation: 'Cite',
  copied: 'Copied',
  copyFailed: 'Cannot be copied',
  copyTools: 'Copying',
}

/** What code in the browser says. It brings its words along, of both languages: few, for the rest stays on the server. */
export const spoken: Readonly<Record<SiteConfig['language'], typeof en>> = { 'zh-CN': zhCN, en }
