import { alpha, makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { LinePart, lineParts } from './lineParts';
import { TextWithHiddenValues } from './TextWithHiddenValues';
import { YamlLine } from './YamlLine';

/** Those of GitHub, which are readable on the backgrounds of both signs: 4.5 to 1 and more. */
const colors = {
  light: { key: '#116329', string: '#0a3069', constant: '#0550ae' },
  dark: { key: '#7ee787', string: '#a5d6ff', constant: '#79c0ff' },
};

const useStyles = makeStyles(theme => {
  const { constant, key, string } = colors[theme.palette.type];
  // Backgrounds are not drawn in forced colors.
  const marked = {
    '@media (forced-colors: active)': { textDecoration: 'underline' },
  };
  return {
    key: { color: key },
    string: { color: string },
    constant: { color: constant },
    removed: {
      backgroundColor: alpha(theme.palette.status.error, 0.32),
      ...marked,
    },
    added: { backgroundColor: alpha(theme.palette.status.ok, 0.38), ...marked },
  };
});

const elements = { same: 'span', removed: 'del', added: 'ins' } as const;

export type LineSide = keyof typeof elements;

/** A line of YAML: what it is made of, what of it has changed, and what of it is hidden. */
export const LineText = ({
  line,
  side,
}: {
  line: YamlLine;
  side: LineSide;
}) => {
  const classes = useStyles();
  const Element = elements[side];
  const classOf = ({ changed, kind }: LinePart) => {
    if (changed && side !== 'same') {
      return classes[side];
    }
    return kind && classes[kind];
  };
  return (
    <Element>
      {lineParts(line).map((part, index) => {
        const className = classOf(part);
        const text = <TextWithHiddenValues text={part.text} />;
        return (
          // Parts of a line have no name but their place.
          // eslint-disable-next-line react/no-array-index-key
          <Fragment key={index}>
            {className ? <span className={className}>{text}</span> : text}
          </Fragment>
        );
      })}
      {line.text === '' && ' '}
    </Element>
  );
};
