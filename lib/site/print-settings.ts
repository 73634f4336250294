import * as v from 'valibot'
import { settingSchemas } from './config'
import { describeSetting, isRequired, type SettingName, settingExamples, settingNames } from './setting-texts'

/** A schema, as this page describes it. Schemas of valibot have more. */
interface AnySchema {
  type: string
  /** Of an optional value. */
  wrapped?: AnySchema
  /** Of a value that has one schema as a text and another as an object. */
  getter?: (input: unknown) => AnySchema
  /** Values of a picklist, or the schemas of a union. */
  options?: readonly (string | AnySchema)[]
  /** Settings of an object. */
  entries?: Readonly<Record<string, AnySchema>>
  /** Items of a list. */
  item?: AnySchema
  /** Values of a record. */
  value?: AnySchema
}

/** The texts of the page in a language. */
interface PageTexts {
  title: string
  /** The link to the other language. */
  other: string
  introduction: string
  /** Headings of the two parts. */
  required: string
  optional: string
  kinds: Readonly<Record<'string' | 'number' | 'boolean', string>>
  oneOf: string
  or: string
  object: string
  listOf: string
  mapping: string
  byDefault: string
  separator: string
  end: string
}

const english: PageTexts = {
  title: 'Configuration',
  other: '[中文](zh-CN/configuration.md)',
  introduction: `\`site.config.ts\` in the site folder exports the settings of a site as \`site\`. A change takes effect when the file is saved,
without a build. An error is reported with its line, what was found and what was expected. \`npm run init\` creates the file
([start.md](start.md)).

\`\`\`ts
export const site = {
  name: 'Lemma',
  url: 'https://example.org',
  language: 'en',
  author: 'shen-yan',
}
\`\`\`

The file may import other files of the site folder, such as a long list of macros. It may read environment variables
(\`process.env\`). It is run apart from the server and for at most one second, and only its data is kept.

\`npm run docs\` generates this page from \`lib/site/config.ts\`.`,
  required: 'Required settings',
  optional: 'Optional settings',
  kinds: { string: 'Text', number: 'A number', boolean: '`true` or `false`' },
  oneOf: 'One of ',
  or: ' or ',
  object: 'An object with ',
  listOf: 'A list. Each item: ',
  mapping: 'An object of names and values. Each value: ',
  byDefault: '; default: ',
  separator: ', ',
  end: '.',
}

const chinese: PageTexts = {
  title: '设置',
  other: '[English](../configuration.md)',
  introduction: `站点文件夹里的 \`site.config.ts\` 导出站点的设置，名为 \`site\`。保存后立即生效，不需要构建。写错的地方会报告行号、现在的值和应有的值。
\`npm run init\` 会生成这个文件（见[开始](start.md)）。

\`\`\`ts
export const site = {
  name: '引理',
  url: 'https://example.org',
  language: 'zh-CN',
  author: 'shen-yan',
}
\`\`\`

它可以导入站点文件夹里的其他文件，例如一长串宏，也可以读环境变量（\`process.env\`）。它与服务器分开运行，最多一秒，只保留其中的数据。

本页由 \`npm run docs\` 根据 \`lib/site/config.ts\` 和 \`lib/site/setting-texts.ts\` 生成。`,
  required: '必填的设置',
  optional: '可选的设置',
  kinds: { string: '文字', number: '数', boolean: '`true` 或 `false`' },
  oneOf: '可选的值：',
  or: '或',
  object: '一个对象，包含 ',
  listOf: '一个列表，每项是：',
  mapping: '一个对象，由名称和值组成，值是：',
  byDefault: '；默认为 ',
  separator: '、',
  end: '。',
}

/** Print `docs/configuration.md`, or its Chinese version, from the schema of the settings. */
export function printSettingsPage(language: 'en' | 'zh-CN'): string {
  const texts = language === 'en' ? english : chinese
  const print = (name: SettingName) => printSetting(name, describeSetting(name, language), texts)
  return [
    `# ${texts.title}`,
    texts.other,
    texts.introduction,
    `## ${texts.required}`,
    ...settingNames.filter(isRequired).map(print),
    `## ${texts.optional}`,
    ...settingNames.filter((name) => !isRequired(name)).map(print),
  ]
    .join('\n\n')
    .concat('\n')
}

function printSetting(name: SettingName, description: string, texts: PageTexts): string {
  const schema = settingSchemas[name]
  const value = printDefault(v.getDefault(schema))
  const type = describeType(schema, texts) + (value ? `${texts.byDefault}\`${value}\`` : '')
  return [
    `### ${name}`,
    `${description}${texts.end}`,
    `${type}${texts.end}`,
    `\`\`\`ts\n${name}: ${settingExamples[name]},\n\`\`\``,
  ].join('\n\n')
}

function describeType(schema: AnySchema, texts: PageTexts): string {
  const { type, wrapped, getter, options, entries, item, value } = schema
  const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(texts.separator)
  if (wrapped) return describeType(wrapped, texts)
  if (getter)
    return describeOptions(
      ['', {}].map((input) => getter(input)),
      texts,
    )
  if (options) return describeOptions(options, texts)
  if (entries) return texts.object + list(Object.keys(entries))
  const within = (inner: AnySchema) => lowerFirst(describeType(inner, texts))
  if (item) return texts.listOf + within(item)
  if (value) return texts.mapping + within(value)
  return texts.kinds[type as keyof PageTexts['kinds']] ?? type
}

function describeOptions(options: readonly (string | AnySchema)[], texts: PageTexts): string {
  const names = options.filter((option) => typeof option === 'string')
  if (names.length > 0) return texts.oneOf + names.map((name) => `\`${name}\``).join(texts.separator)
  return options
    .flatMap((option) => (typeof option === 'string' ? [] : describeType(option, texts)))
    .map((text, index) => (index === 0 ? text : lowerFirst(text)))
    .join(texts.or)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** A default as it is written in a configuration; undefined if there is none, or if it is empty. */
function printDefault(value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return undefined
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value)
}
