// A thread that compiles articles (`compile-elsewhere.ts`). A thread knows no TypeScript from its parent.
import { register } from 'tsx/esm/api'

register()
const { compileHere } = await import('./compile-document')

export default compileHere
