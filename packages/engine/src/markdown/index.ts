export { findingsList } from './findingsList';
export { MOST_BODY_CHARACTERS, MOST_TITLE_CHARACTERS } from './hostLimits';
export { CLOSING, codeSpan, inert, inertMarkdown, quoted } from './inert';
export { LEAST_MANIFESTS, manifestsSection } from './manifestsSection';
export { toolsText } from './toolsText';
export { valuesSection } from './valuesSection';
