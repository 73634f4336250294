import { type ComponentType, lazy } from 'react'
import type { ComponentName } from './names'

/**
 * The code of each component an article may use; readers load that of what their article shows. Props come from the
 * author as literals: check them there.
 */
export const registry: Record<ComponentName, ComponentType<never>> = {
  LogisticMap: lazy(() => import('./logistic-map').then(({ LogisticMap }) => ({ default: LogisticMap }))),
}
