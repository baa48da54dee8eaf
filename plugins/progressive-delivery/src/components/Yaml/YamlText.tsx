import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useRef } from 'react';
import { useFirst } from '../../hooks/useFirst';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ShowMore } from '../../ui/controls/ShowMore';
import { codeTable } from './codeTable';
import { LineText } from './LineText';
import { YamlLine } from './YamlLine';
import { YamlTexts } from './yamlTokens';

const useStyles = makeStyles(theme => ({
  ...codeTable(theme),
  number: {
    width: 52,
    textAlign: 'right',
    color: theme.palette.text.secondary,
    // What is copied is the text.
    userSelect: 'none',
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
}));

/** More are drawn when they are asked for. */
const LINES = { first: 500, step: 2_000 };

function linesOf(yaml: string): YamlLine[] {
  const texts = new YamlTexts();
  return yaml
    .replace(/\n$/, '')
    .split('\n')
    .map((text, index) => ({
      number: index + 1,
      text,
      ...(texts.next(text) && { inText: true }),
    }));
}

/** A YAML document with the numbers of its lines. */
export const YamlText = ({ label, yaml }: { label: string; yaml: string }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const lines = useMemo(() => linesOf(yaml), [yaml]);
  const table = useRef<HTMLTableElement>(null);
  const first = useFirst(lines, LINES);
  return (
    <div>
      <table ref={table} className={classes.table} aria-label={label}>
        <tbody>
          {first.shown.map(line => (
            <tr key={line.number}>
              <td className={classes.number}>{line.number}</td>
              <td className={classes.text}>
                <LineText line={line} side="same" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore of={first} list={table}>
        {t('preview.moreLines', { count: first.more })}
      </ShowMore>
    </div>
  );
};
