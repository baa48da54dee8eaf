export { findingsList } from './findingsList';
export { CLOSING, codeSpan, inert, inertMarkdown, quoted } from './inert';
export { LEAST_MANIFESTS, manifestsSection } from './manifestsSection';
export { valuesSection } from './valuesSection';
