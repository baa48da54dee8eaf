export * from './findingTexts';
export * from './uncheckedTexts';
