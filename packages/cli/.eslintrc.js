const { insides } = require('../../eslint-boundaries');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImportPatterns: insides,
  restrictedSrcSyntax: [
    {
      selector:
        "MemberExpression[object.name='process'][property.name=/^std(out|err)$/]",
      message: 'Print by src/terminal/printing, so that nothing in it acts.',
    },
  ],
});
