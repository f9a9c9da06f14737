export * from './signing-in.ts'
export * from './oneself.ts'
export * from './communities.ts'
export * from './organisation.ts'
