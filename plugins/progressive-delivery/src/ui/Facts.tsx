import { Children, Fragment, ReactNode } from 'react';
import { useListFormat } from '../hooks/texts/useListFormat';

/** What stands between facts that may have commas themselves. */
const DOT = ' · ';

export interface FactsProps {
  /** What is false or absent is left out. */
  children: ReactNode;
  /** Whether they are separated by dots, since they may have commas themselves. Default: as the language of Backstage does. */
  dotted?: boolean;
}

/** Facts in a row. */
export const Facts = ({ children, dotted }: FactsProps) => {
  const { separator } = useListFormat();
  return (
    <>
      {Children.toArray(children).map((fact, index) => (
        // The order is all that they are known by.
        <Fragment key={String(index)}>
          {index > 0 && (dotted ? DOT : separator)}
          {fact}
        </Fragment>
      ))}
    </>
  );
};
