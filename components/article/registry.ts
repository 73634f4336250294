import type { ComponentType } from 'react'
import { LogisticMap } from './logistic-map'
import type { ComponentName } from './names'

/** The code of each component an article may use. Props come from the author as literals: check them there. */
export const registry: Record<ComponentName, ComponentType<never>> = { LogisticMap }
