import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { useFirst } from '../../hooks/useFirst';
import { ShowMore } from './ShowMore';

const names = ['a', 'b', 'c', 'd'];

const List = () => {
  const list = useRef<HTMLUListElement>(null);
  const first = useFirst(names, { first: 1, step: 2 });
  return (
    <>
      <ul ref={list}>
        {first.shown.map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <ShowMore of={first} list={list}>
        {first.more} more
      </ShowMore>
    </>
  );
};

const Table = () => {
  const table = useRef<HTMLTableElement>(null);
  const first = useFirst(names, { first: 3, step: 2 });
  return (
    <>
      <table ref={table}>
        <thead>
          <tr>
            <th>Name</th>
          </tr>
        </thead>
        <tbody>
          {first.shown.map(name => (
            <tr key={name}>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore of={first} list={table}>
        {first.more} more
      </ShowMore>
    </>
  );
};

describe('ShowMore', () => {
  const user = userEvent.setup();

  it('moves the focus to the first that is new, until there are no more', async () => {
    render(<List />);
    await user.click(screen.getByRole('button', { name: '3 more' }));
    expect(screen.getByText('b')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: '1 more' }));
    expect(screen.getByText('d')).toHaveFocus();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('moves it to a row of a table', async () => {
    render(<Table />);
    await user.click(screen.getByRole('button', { name: '1 more' }));
    expect(screen.getByRole('row', { name: 'd' })).toHaveFocus();
  });
});
