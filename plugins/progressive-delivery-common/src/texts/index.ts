export * from './message';
export * from './texts';
export * from './englishText';
export * from './findings';
