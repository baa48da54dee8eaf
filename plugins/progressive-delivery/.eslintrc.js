const { frontendOrder, insides } = require('../../eslint-boundaries');

/** What is shown or read out of an element. */
const spokenAttributes =
  '/^(alt|aria-(description|label|roledescription|valuetext)|description|helperText|label|placeholder|subheader|title)$/';

/** A text that stands in the code: alone, in a template, or as one of two. */
const literals = [
  'Literal[value=/\\p{L}/u]',
  'TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]',
  ':matches(ConditionalExpression, LogicalExpression) > Literal[value=/\\p{L}/u]',
  ':matches(ConditionalExpression, LogicalExpression) > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]',
];

/** A sentence that is no element yet. Errors are in English, as the backend's are; so are the titles of extensions: Backstage takes no others. */
const sentences = [
  ":not(NewExpression, Property[key.name='title']) > Literal[value=/^\\p{Lu}\\p{Ll}*,? \\p{L}/u]",
  ':not(NewExpression) > TemplateLiteral > TemplateElement[value.raw=/^\\p{Lu}\\p{Ll}*,? \\p{L}/u]',
];

/** Every text comes out of the translation ref, so that it is there in each language. */
const untranslated = [
  ...sentences,
  'JSXText[value=/\\p{L}/u]',
  `JSXAttribute[name.name=${spokenAttributes}] > Literal[value=/\\p{L}/u]`,
  ...literals.flatMap(literal => [
    `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > ${literal}`,
    `JSXAttribute[name.name=${spokenAttributes}] > JSXExpressionContainer > ${literal}`,
  ]),
].map(selector => ({
  selector,
  message:
    'Add this text to src/translation/en, and to each other language there, and show it by t().',
}));

/** Backstage's own use of the rule, which ours replaces. */
const reactDefault = {
  selector:
    "ImportDeclaration[source.value='react'] :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)",
  message: 'Import what is used of React by its name.',
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImportPatterns: insides,
  // Without it the rule below cannot follow an import to its file, and finds nothing.
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  },
  rules: {
    'no-restricted-syntax': ['error', reactDefault, ...untranslated],
    'import/no-restricted-paths': [
      'error',
      { basePath: __dirname, zones: frontendOrder },
    ],
  },
  overrides: [
    // Where the texts are, and where they are expected.
    {
      files: ['src/translation/**', '**/*.test.*', '**/__testUtils__/**'],
      rules: { 'no-restricted-syntax': 'off' },
    },
  ],
});
