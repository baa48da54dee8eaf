export * from './placeholders';
export * from './findingContent';
export * from './findingMessage';
