export * from './message';
export * from './texts';
export * from './englishText';
export type { PlaceholdersOf } from './placeholders';
export * from './findings';
