/** The components an article may use by name. Each has its code in `registry.ts`. */
export const componentNames = ['LogisticMap'] as const

export type ComponentName = (typeof componentNames)[number]

export function isComponentName(name: string): name is ComponentName {
  return (componentNames as readonly string[]).includes(name)
}
