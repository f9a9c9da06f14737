export * from './matters.ts'
export * from './cases.ts'
export * from './case-acts.ts'
