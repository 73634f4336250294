import { messageLanguage } from '../../../site/messages/translate.mjs'

/** The messages of KaTeX's parser, which have no full stop, in Chinese; those that are not here stay English. `{0}` is a value. */
export const katexMessages: Readonly<Record<string, string>> = {
  'Undefined control sequence: {0}': '没有定义命令 {0}',
  'No such environment: {0}': '没有环境 {0}',
  'Double superscript': '重复的上标',
  'Double subscript': '重复的下标',
  'Multiple \\tag': '有多个 \\tag',
  'Mismatch: \\begin{{0}} matched by \\end{{1}}': '\\begin{{0}} 与 \\end{{1}} 不匹配',
  "Unexpected end of input in a macro argument, expected '}'": '参数还没有写完，公式就结束了，应有 }',
  "Expected 'EOF', got '{0}'": '多余的 {0}',
  "Expected '{0}', got 'EOF'": '公式结束了，还缺少 {0}',
  "Expected '{0}', got '{1}'": '这里是 {1}，应为 {0}',
  "Expected group after '{0}'": '{0} 后面应有内容',
  "Expected group as argument to '{0}'": '{0} 缺少参数',
  'Expected & or \\\\ or \\cr or \\end': '应为 &、\\\\、\\cr 或 \\end',
  "Unexpected character: '{0}'": '不能使用字符 {0}',
  'Too many math in a row: expected {0}, but got {1}': '一行中的列太多：应为 {0} 组，而有 {1} 组',
  'Too many expansions: infinite loop or need to increase maxExpand setting':
    '宏展开的次数太多，可能是循环定义',
  'Unknown column alignment: {0}': '没有列格式 {0}',
  "Invalid size: '{0}'": '长度 {0} 无效',
  "Invalid unit: '{0}'": '长度单位 {0} 无效',
  "Invalid color: '{0}'": '颜色 {0} 无效',
  "Invalid delimiter '{0}' after '{1}'": '{1} 后面的 {0} 不是定界符',
  'Limit controls must follow a math operator': '\\limits 和 \\nolimits 前面应是运算符',
  'only one infix operator per group': '一组中只能有一个 \\over 之类的命令',
  '\\tag works only in display equations': '\\tag 只能用于独立公式',
  '\\middle without preceding \\left': '\\middle 前面没有 \\left',
  "Can't use function '{0}' in text mode": '文字中不能用 {0}',
  '{{0}} can be used only in display mode.': '环境 {{0}} 只能用于独立公式',
  "Use of the macro doesn't match its definition": '宏的用法与定义不符',
  '\\verb ended by end of line instead of matching delimiter': '\\verb 没有结束的定界符',
}

/** A message of KaTeX in the language of the author. */
export function translateKatex(message: string): string {
  if (messageLanguage() === 'en') return message
  for (const [template, translation] of Object.entries(katexMessages)) {
    const values = patternOf(template).exec(message)?.slice(1)
    if (values) return `${translation.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '')}。`
  }
  return message
}

/** Matches the messages of a template, with a group for each value. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\{\d\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('([\\s\\S]+?)')}$`)
}
