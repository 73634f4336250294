import { type ParseResult, parse } from '@babel/parser'
import type { Expression, File, ObjectExpression, ObjectProperty, Statement } from '@babel/types'

/** A position in a file, 1-based. */
interface Place {
  line: number
  column: number
}

/**
 * Find a setting in the source of a configuration: the position of its name or list item. If it is not there, because it is
 * missing or imported, the position of the nearest setting that contains it.
 *
 * @param path names and indexes: `['navigation', '0', 'href']`
 */
export function locateSetting(source: string, path: readonly string[]): Place {
  let node: Expression | undefined = findSite(parseConfig(source).program.body)
  let place = placeOf(node)
  for (const key of path) {
    if (node?.type === 'ArrayExpression') {
      const item: unknown = node.elements[Number(key)]
      node = isExpression(item) ? unwrap(item) : undefined
      if (!node) break
      place = placeOf(node)
      continue
    }
    const property: ObjectProperty | undefined =
      node?.type === 'ObjectExpression' ? findProperty(node, key) : undefined
    if (!property) break
    place = placeOf(property)
    node = isExpression(property.value) ? unwrap(property.value) : undefined
  }
  return place
}

function parseConfig(source: string): ParseResult<File> {
  return parse(source, { sourceType: 'module', plugins: ['typescript'], errorRecovery: true })
}

function placeOf(node: { loc?: { start: { line: number; column: number } } | null } | undefined): Place {
  const { line, column } = node?.loc?.start ?? { line: 1, column: 0 }
  return { line, column: column + 1 }
}

/** The value of `export const site = …`, or of `const site = …`. */
function findSite(statements: readonly Statement[]): Expression | undefined {
  for (const statement of statements) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init } of declaration.declarations)
      if (id.type === 'Identifier' && id.name === 'site' && init) return unwrap(init)
  }
  return undefined
}

/** The value of `value as Type` and `value satisfies Type`. */
function unwrap(node: Expression): Expression {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression'
    ? unwrap(node.expression)
    : node
}

function findProperty({ properties }: ObjectExpression, name: string): ObjectProperty | undefined {
  return properties.find((property): property is ObjectProperty => {
    if (property.type !== 'ObjectProperty') return false
    const { key } = property
    return (
      (key.type === 'Identifier' && key.name === name) || (key.type === 'StringLiteral' && key.value === name)
    )
  })
}

function isExpression(node: unknown): node is Expression {
  return typeof node === 'object' && node !== null && 'type' in node && node.type !== 'SpreadElement'
}
