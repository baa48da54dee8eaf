export * from './findingContent';
export * from './findingMessage';
