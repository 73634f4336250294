// What documentation and generated configurations say about each setting. The English descriptions are those of the schema.
import * as v from 'valibot'
import { settingSchemas } from './config'
import type { Language } from './languages'

/** The name of a setting of a site. */
export type SettingName = keyof typeof settingSchemas

/** The names of all settings, in the order of the documentation. */
export const settingNames = Object.keys(settingSchemas) as SettingName[]

/** Must an author choose the value of a setting? */
export function isRequired(name: SettingName): boolean {
  return !('wrapped' in settingSchemas[name])
}

/** The description of a setting in a language, in Markdown, without a full stop. */
export function describeSetting(name: SettingName, language: Language): string {
  if (language !== 'en') return descriptions[language][name]
  const schema = settingSchemas[name]
  return v.getDescription('wrapped' in schema ? schema.wrapped : schema) ?? ''
}

/** A value of each setting, as it is written in the configuration. */
export const settingExamples: Record<SettingName, string> = {
  name: "'Lemma'",
  url: "'https://example.org'",
  language: "'zh-CN'",
  languages: "['zh-CN', { language: 'en', name: 'Lemma' }]",
  untranslated: "'show'",
  author: "'shen-yan'",
  tagline: "'…'",
  timeZone: "'Asia/Shanghai'",
  licence: "{ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }",
  securityContact: "'mailto:security@example.org'",
  navigation: "[{ label: '…', href: '/archive' }]",
  postsPerPage: '8',
  feedEntries: '20',
  tagAuthority: "'example.org,2026'",
  websubHub: "'https://pubsubhubbub.appspot.com/'",
  macros: "{ '\\\\R': '\\\\mathbb{R}' }",
  mathBrackets: 'true',
  theorems: "'apart'",
  citationStyle: "'apa'",
  imageHosts: "['upload.wikimedia.org']",
  embeds: "['player.bilibili.com', 'www.youtube-nocookie.com']",
  trust: "'low'",
  words: "{ readMore: '…' }",
  theme: "{ light: { accent: '#8a1c1c' } }",
  footer: "{ icp: '京ICP备12345678号-1' }",
  verification: "{ google: '…' }",
  analytics: "{ goatcounter: { endpoint: 'https://example.goatcounter.com/count' } }",
  permalinks: "{ posts: '/:year/:month/:slug' }",
  redirects: "{ '/old': '/new' }",
}

/** An example of a setting that is valid in the configuration of a site with this language. */
export function settingExample(name: SettingName, language: Language): string {
  if (name !== 'languages') return settingExamples[name]
  const [other, site] = language === 'en' ? ['zh-CN', '引理'] : ['en', 'Lemma']
  return `['${language}', { language: '${other}', name: '${site}' }]`
}

const descriptions: Record<Exclude<Language, 'en'>, Record<SettingName, string>> = {
  'zh-CN': {
    name: '站点的名称，显示在页面顶端、订阅和网页标题里',
    url: '站点的网址，不带路径：`https://example.org`。订阅和站点地图会用到它',
    language: '界面的语言，也是没有写 `lang` 的文章的语言。多语言站点改用 `languages`',
    languages:
      '多语言站点的各种语言（见 `languages.md`）。第一种语言的列表在 `/`，其他的在 `/en` 这样的路径下。每项是一种语言，或者带有这种语言自己的设置：`{ language, name, tagline, navigation, words }`',
    untranslated:
      '没有译成某种语言的文章，是否也列在这种语言的首页、归档和搜索里并注明原文的语言：`show` 列出，`hide` 不列',
    author: '没有写 `authors` 的文章的作者：`content/authors` 中的文件名，不带 `.yml`',
    tagline: '名称旁边的一句话',
    timeZone: '时区的 IANA 名称，例如 `Asia/Shanghai`。没有写时差的日期按它解释，显示的日期也按它计算',
    licence: '没有写 `licence` 的文章的许可（转载除外）：名称和网址',
    securityContact:
      '报告安全问题的联系方式：`mailto:security@example.org`，或一个网页的地址。发布在 `/.well-known/security.txt`（RFC 9116）；不填就没有这个文件',
    navigation: '页面顶端的链接，按顺序排列：`{ label, href }`',
    permalinks:
      "文章的地址：`{ posts: '/:year/:month/:slug' }`，可用 `:year`、`:month`、`:day`、`:slug` 和 `:id`，见 `addresses.md`。默认为 `/posts/:slug`；改了以后，它重定向到新地址",
    redirects:
      "旧路径和重定向的去处：`{ '/old': '/new', '/wiki/*': 'https://wiki.example.org/*' }`，见 `addresses.md`。很多条时写在 `content/redirects.txt` 里",
    postsPerPage: '首页每页显示的文章数',
    feedEntries: '订阅每页包含的文章数，第一页是最新的',
    tagAuthority:
      '订阅条目的标识（RFC 4151）所用的名义：你拥有的一个域名，和拥有它的一个日期。设好以后不要再改，换了域名也不要改，否则阅读器会把所有文章当成新的。默认为 `url` 的域名加 2026',
    websubHub: '通知订阅者的 WebSub 中枢：`https://pubsubhubbub.appspot.com/`。不填则由阅读器定时查询',
    macros: "所有公式可用的 KaTeX 宏：`{ '\\\\R': '\\\\mathbb{R}' }`",
    mathBrackets:
      '`\\(…\\)` 和 `\\[…\\]` 是否表示公式。在 Markdown 里它们是转义的括号，所以多数站点用 `false`',
    theorems: '定理、引理等共用一个编号（`together`），还是各自编号（`apart`）',
    citationStyle:
      '参考文献的 CSL 样式：`gb-t-7714`、`apa`、`vancouver`、`harvard1`，或站点文件夹里一个 `.csl` 文件的路径',
    imageHosts:
      '文章可以引用图片的其他网站：`upload.wikimedia.org`。读者直接从那里加载，图片不经过处理。没有列出的网站，引用它的图片是错误',
    embeds:
      '文章可以用 `<iframe>` 嵌入播放器的网站：`player.bilibili.com`。读者点击以后才加载，此前不向它发送请求',
    trust:
      '文章是否可信。`low` 用于有客座作者的站点：文章不能用组件，HTML 和 TeX 也只限于无害的部分，见 `security.md`',
    words: "替换界面上的文字，名称见 `lib/site/i18n`：`{ readMore: '继续阅读' }`",
    theme: '颜色、字体和栏宽，见 `theme.md`。正文和强调色与纸色的对比度至少为 4.5:1（WCAG AA）',
    footer:
      '页脚：备案号（`icp`、`publicSecurity`）、版权说明（`copyright`）、社交链接（`social`）和订阅链接（`feeds`），见 `customising.md`',
    verification: '证明站点归你所有的代码，由 Google、Bing、百度提供',
    analytics:
      '访问统计：`umami`、`plausible`、`goatcounter`、`baidu` 或自己的脚本。不填则没有；页面载入之后才加载，并尊重“请勿跟踪”和全球隐私控制',
  },
  'zh-TW': {
    name: '網站的名稱，顯示在頁首、訂閱和網頁標題',
    url: '網站的網址，不含路徑：`https://example.org`。訂閱和網站地圖會用到',
    language: '介面的語言，也是沒有寫 `lang` 的文章的語言。多語言網站改用 `languages`',
    languages:
      '多語言網站的各種語言（見 `languages.md`）。第一種語言的列表在 `/`，其他的在 `/en` 這樣的路徑下。每項是一種語言，或者帶有這種語言自己的設定：`{ language, name, tagline, navigation, words }`',
    untranslated:
      '沒有譯成某種語言的文章，是否也列在這種語言的首頁、彙整和搜尋裡並註明原文的語言：`show` 列出，`hide` 不列',
    author: '沒有寫 `authors` 的文章的作者：`content/authors` 中的檔名，不含 `.yml`',
    tagline: '名稱旁邊的一句話',
    timeZone: '時區的 IANA 名稱，例如 `Asia/Taipei`。沒有寫時差的日期依此解釋，顯示的日期也依此計算',
    licence: '沒有寫 `licence` 的文章的授權（轉載除外）：名稱和網址',
    securityContact:
      '回報安全問題的聯絡方式：`mailto:security@example.org`，或一個網頁的網址。發布在 `/.well-known/security.txt`（RFC 9116）；不填就沒有這個檔案',
    navigation: '頁首的連結，依序排列：`{ label, href }`',
    permalinks:
      "文章的網址：`{ posts: '/:year/:month/:slug' }`，可用 `:year`、`:month`、`:day`、`:slug` 和 `:id`，見 `addresses.md`。預設為 `/posts/:slug`；改了以後，它重新導向到新網址",
    redirects:
      "舊路徑和重新導向的去處：`{ '/old': '/new', '/wiki/*': 'https://wiki.example.org/*' }`，見 `addresses.md`。很多筆時寫在 `content/redirects.txt` 裡",
    postsPerPage: '首頁每頁顯示的文章數',
    feedEntries: '訂閱每頁包含的文章數，第一頁是最新的',
    tagAuthority:
      '訂閱條目的識別碼（RFC 4151）所用的名義：你擁有的一個網域，和擁有它的一個日期。設好以後不要再改，換了網域也不要改，否則閱讀器會把所有文章當成新的。預設為 `url` 的網域加 2026',
    websubHub: '通知訂閱者的 WebSub 中樞：`https://pubsubhubbub.appspot.com/`。不填則由閱讀器定時查詢',
    macros: "所有公式可用的 KaTeX 巨集：`{ '\\\\R': '\\\\mathbb{R}' }`",
    mathBrackets:
      '`\\(…\\)` 和 `\\[…\\]` 是否表示公式。在 Markdown 裡它們是跳脫的括號，所以多數網站用 `false`',
    theorems: '定理、引理等共用一個編號（`together`），還是各自編號（`apart`）',
    citationStyle:
      '參考文獻的 CSL 樣式：`gb-t-7714`、`apa`、`vancouver`、`harvard1`，或網站資料夾裡一個 `.csl` 檔的路徑',
    imageHosts:
      '文章可以引用圖片的其他網站：`upload.wikimedia.org`。讀者直接從那裡載入，圖片不經處理。引用未列出網站的圖片是錯誤',
    embeds:
      '文章可以用 `<iframe>` 嵌入播放器的網站：`player.bilibili.com`。讀者點擊以後才載入，在此之前不會送出請求',
    trust:
      '文章是否可信。`low` 用於有客座作者的網站：文章不能用元件，HTML 和 TeX 也只限於無害的部分，見 `security.md`',
    words: "取代介面上的文字，名稱見 `lib/site/i18n`：`{ readMore: '繼續閱讀' }`",
    theme: '顏色、字型和欄寬，見 `theme.md`。內文和強調色與紙色的對比至少為 4.5:1（WCAG AA）',
    footer:
      '頁尾：備案號（`icp`、`publicSecurity`）、版權說明（`copyright`）、社群連結（`social`）和訂閱連結（`feeds`），見 `customising.md`',
    verification: '證明網站屬於你的代碼，由 Google、Bing、百度提供',
    analytics:
      '造訪統計：`umami`、`plausible`、`goatcounter`、`baidu` 或自己的指令碼。不填則沒有；頁面載入之後才載入，並尊重「請勿追蹤」和全球隱私控制',
  },
  ja: {
    name: 'サイトの名前。ページの上部、フィード、ページの題名に表示します',
    url: 'サイトの URL。パスは含めません：`https://example.org`。フィードとサイトマップに使います',
    language:
      '画面の言語。`lang` のない記事の言語でもあります。複数の言語のサイトでは代わりに `languages` を書きます',
    languages:
      '複数の言語のサイトの言語（`languages.md` を参照）。最初の言語の一覧は `/`、ほかの言語の一覧は `/en` のようなパスにあります。各項目は言語か、その言語の設定です：`{ language, name, tagline, navigation, words }`',
    untranslated:
      'ある言語に翻訳されていない記事も、その言語の一覧、アーカイブ、検索に元の言語を示して表示するか（`show`）、表示しないか（`hide`）',
    author: '`authors` のない記事の著者：`content/authors` のファイル名（`.yml` を除く）',
    tagline: '名前の隣に表示する一行',
    timeZone: 'タイムゾーンの IANA 名：`Asia/Tokyo`。時差のない日付の解釈と、日付の表示に使います',
    licence: '`licence` のない記事のライセンス（転載を除く）：名前と URL',
    securityContact:
      'セキュリティ問題の連絡先：`mailto:security@example.org`、またはページの URL。`/.well-known/security.txt`（RFC 9116）で公開します。なければこのファイルはありません',
    navigation: 'ページ上部のリンク。順に並べます：`{ label, href }`',
    permalinks:
      "記事の URL：`{ posts: '/:year/:month/:slug' }`。`:year`、`:month`、`:day`、`:slug`、`:id` が使えます。`addresses.md` を参照。既定値は `/posts/:slug` で、変更すると新しい URL に転送します",
    redirects:
      "古いパスと転送先：`{ '/old': '/new', '/wiki/*': 'https://wiki.example.org/*' }`。`addresses.md` を参照。数が多いときは `content/redirects.txt` に書きます",
    postsPerPage: '一覧の 1 ページに表示する記事の数',
    feedEntries: 'フィードの 1 ページに含める記事の数。最初のページが最新です',
    tagAuthority:
      'フィードの項目の識別子（RFC 4151）に使う名義：所有しているドメインと、所有していた日付。一度決めたら、ドメインが変わっても変更しないでください。変更すると、すべての記事が新着として扱われます。既定値は `url` のホストと 2026 です',
    websubHub:
      '購読者に通知する WebSub ハブ：`https://pubsubhubbub.appspot.com/`。なければフィードリーダーが定期的に確認します',
    macros: "すべての数式で使える KaTeX のマクロ：`{ '\\\\R': '\\\\mathbb{R}' }`",
    mathBrackets:
      '`\\(…\\)` と `\\[…\\]` を数式とするかどうか。Markdown ではエスケープした括弧なので、通常は `false` にします',
    theorems: '定理や補題などの番号を共通にするか（`together`）、種類ごとにするか（`apart`）',
    citationStyle:
      '参考文献の CSL スタイル：`gb-t-7714`、`apa`、`vancouver`、`harvard1`、またはサイトのフォルダーにある `.csl` ファイルのパス',
    imageHosts:
      '記事に画像を表示できるほかのホスト：`upload.wikimedia.org`。読者はそこから直接、加工されていない画像を読み込みます',
    embeds:
      '記事に `<iframe>` でプレーヤーを埋め込めるホスト：`player.bilibili.com`。読者がクリックするまで読み込みません',
    trust:
      '記事を信頼するかどうか。`low` は寄稿を受け付けるサイト向けです：記事ではコンポーネントを使えず、HTML と TeX も害のないものに限ります。`security.md` を参照',
    words: "画面の文言の置き換え。名前は `lib/site/i18n` にあります：`{ readMore: '続きを読む' }`",
    theme:
      '色、フォント、段の幅。`theme.md` を参照。本文と強調色は紙の色と 4.5:1 以上のコントラストが要ります（WCAG AA）',
    footer:
      'フッター：届出番号（`icp`、`publicSecurity`）、著作権表示（`copyright`）、SNS のリンク（`social`）、フィードのリンク（`feeds`）。`customising.md` を参照',
    verification: 'サイトの所有を Google、Bing、百度に示すコード',
    analytics:
      'アクセス解析：`umami`、`plausible`、`goatcounter`、`baidu`、または独自のスクリプト。既定では無し。ページの読み込み後に読み込み、Do Not Track と Global Privacy Control に従います',
  },
}
